/**
 * Seals what people tell before it reaches the database, under a key for each person that the master key wraps. Erasing a
 * person's key erases everything they ever told, in backups too.
 *
 * <p>Talks to: the database.
 */
package dev.smartdoctor.assistant.clinicaltext;
