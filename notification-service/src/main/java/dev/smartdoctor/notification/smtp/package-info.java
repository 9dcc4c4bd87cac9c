/**
 * Hands a finished mail to the mail server and says what became of it: accepted, refused for now, refused for good, or nobody
 * knows.
 * Talks to: the SMTP server.
 */
package dev.smartdoctor.notification.smtp;
