/**
 * The assistant's signed triage level, presented with a booking: it limits what may be booked, so it is believed only
 * with its signature, for the caller it was made for, until it expires.
 *
 * <p>
 * Talks to: nothing; shares a secret with assistant-service.
 */
package dev.smartdoctor.appointment.triage;
