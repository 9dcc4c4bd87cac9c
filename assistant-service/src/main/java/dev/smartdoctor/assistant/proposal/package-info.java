/**
 * Changes the assistant offers and the patient confirms. The server writes, seals, signs and expires them; what is done is
 * done under the patient's own token, and what is told of it comes from appointment-service's answer.
 *
 * <p>Talks to: appointments, the database.
 */
package dev.smartdoctor.assistant.proposal;
