/**
 * To whom a message goes: address, language and zone of an account, kept from what auth-service last said and asked again when
 * missing or changed.
 * Talks to: auth-service ({@code /internal/accounts}, {@code /internal/verifications}, {@code /internal/password-resets}).
 */
package dev.smartdoctor.notification.recipient;
