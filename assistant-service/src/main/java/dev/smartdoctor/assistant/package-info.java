/**
 * The assistant: how urgent it is, which doctor fits, and booking by conversation.
 *
 * <p>Talks to: appointment-service by REST under the patient's own token; auth-service for keys and by its events.
 */
package dev.smartdoctor.assistant;
