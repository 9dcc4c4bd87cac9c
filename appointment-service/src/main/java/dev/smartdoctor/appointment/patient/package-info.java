/**
 * The clinic's patient record. An account holder's record has the account's id; name and phone are copies of what
 * auth-service owns. A record is begun when the account is registered (an event, ids only) and its copy is filled by
 * asking auth-service, at the latest when the first booking needs the name.
 *
 * <p>
 * Talks to: account; auth-service ({@code auth.events}).
 */
package dev.smartdoctor.appointment.patient;
