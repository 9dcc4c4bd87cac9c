/**
 * Sessions: one for each sign-in, a family of refresh tokens, listed and ended by their owner. Whoever starts, rotates or
 * ends one holds the account's row lock.
 * Talks to: audit; every part of the suite learns of ended sessions by {@code session.revoked} and by asking
 * {@code /internal/revocations}.
 */
package dev.smartdoctor.auth.session;
