/**
 * What a mail says of a visit beyond the event's ids: names and places, read when the mail is written.
 * Talks to: appointment-service ({@code /internal/appointments}, {@code /internal/doctors}, {@code /internal/locations}).
 */
package dev.smartdoctor.notification.visit;
