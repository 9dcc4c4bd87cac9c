/**
 * The visit once it is booked: who sees what of it, what each role may do in each state, its calendar file, and the
 * events that tell of it. Clinical text is opened for the patient and the visit's doctor alone.
 *
 * <p>
 * Talks to: {@code appointment.events} (notification-service); read by other services at
 * {@code /internal/appointments/{id}}.
 */
package dev.smartdoctor.appointment.visit;
