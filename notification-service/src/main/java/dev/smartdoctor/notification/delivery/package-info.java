/**
 * Sends what was planned: claims due deliveries, has each mail written and handed over, and keeps what became of it.
 *
 * <p>
 * A mail is sent at least once, and every try carries the same Message-ID. SMTP has no way to ask whether a mail was accepted
 * when the answer to the final dot is lost, so a process that dies in a dialogue leaves the row {@code sending}; when nobody
 * renews its lease it becomes {@code unknown} and is tried again. The other choice, never to try again, loses mails: a patient
 * who was not told of a cancelled visit is worse off than one who was told twice. The stretch in which a second copy can arise
 * is the dialogue alone, since everything is written before the row is marked, and marked as sent in the first statement after
 * the answer.
 *
 * <p>
 * Talks to: its table, recipient, visit, preference, template, smtp.
 */
package dev.smartdoctor.notification.delivery;
