/**
 * The guided assistant: a dialogue that takes in the story, asks what is decisive, says how urgent it is, offers times and
 * prepares bookings, moves and cancellations. It needs no model and is what takes over when one fails.
 *
 * <p>Talks to: triage, appointments.
 */
package dev.smartdoctor.assistant.guide;
