/**
 * The in-app inbox: what happened, in the reader's language. Items for a role are shared by everyone who has it, read marks are
 * each person's own.
 * Talks to: recipient and preference (language and zone of the reader).
 */
package dev.smartdoctor.notification.inbox;
