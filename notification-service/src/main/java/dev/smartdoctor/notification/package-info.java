/**
 * The notification service: tells people what happened, by e-mail, by reminder and in the application.
 * Talks to: Redis streams, auth-service, appointment-service, the mail server.
 */
package dev.smartdoctor.notification;
