/**
 * What an account wants to be told, when, and in which language. Mails that were asked for or that warn, and mails that a visit
 * is booked, moved or cancelled, are always sent.
 * Talks to: nobody.
 */
package dev.smartdoctor.notification.preference;
