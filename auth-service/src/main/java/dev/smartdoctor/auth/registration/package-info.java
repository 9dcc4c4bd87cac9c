/**
 * Registration and the verification of addresses.
 * Talks to: credential, audit; the notification-service learns by {@code account.verification_requested} that a mail is
 * due, and asks {@code /internal/verifications} for its token.
 */
package dev.smartdoctor.auth.registration;
