/**
 * Forgets people whose account was erased.
 *
 * <p>Talks to: auth-service by its events, the database.
 */
package dev.smartdoctor.assistant.account;
