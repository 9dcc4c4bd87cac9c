/**
 * Forgotten, reset and changed passwords.
 * Talks to: credential, throttle, session, registration (a reset proves the address too), audit; the
 * notification-service learns by {@code account.password_reset_requested} that a mail is due, and asks
 * {@code /internal/password-resets} for its token.
 */
package dev.smartdoctor.auth.password;
