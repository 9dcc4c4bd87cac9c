/**
 * Clinical text at rest: reason, summary and notes are sealed with AES-256-GCM under a key of their patient's own, and
 * that key under the service's master key. Forgetting a patient's key forgets the texts, in every backup too.
 *
 * <p>
 * Talks to: nothing; the wrapped keys are kept by {@code patient}.
 */
package dev.smartdoctor.appointment.clinicaltext;
