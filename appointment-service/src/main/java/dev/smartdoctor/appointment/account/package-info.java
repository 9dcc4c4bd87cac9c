/**
 * Who an account is, as auth-service says it.
 *
 * <p>
 * Talks to: auth-service ({@code GET /internal/accounts/{id}}).
 */
package dev.smartdoctor.appointment.account;
