/**
 * What the assistant asks of appointment-service: free times for anyone, visits and changes under the patient's own token.
 *
 * <p>Talks to: appointment-service by REST.
 */
package dev.smartdoctor.assistant.appointments;
