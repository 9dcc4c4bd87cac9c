/**
 * Decides who is told what when something has happened: one planner owns every message, so no event is told twice. A plan is
 * rows only, written in the transaction that takes the event in; nothing is sent from here.
 * Talks to: Redis streams {@code auth.events} and {@code appointment.events} (through the platform), delivery (its table).
 */
package dev.smartdoctor.notification.planning;
