/**
 * Which times can be booked: one pure function from a doctor's rules and taken times to slots, used by the public
 * listing and by the booking transaction alike, so that what is offered is bookable and the reverse.
 *
 * <p>
 * Talks to: the service's own database (reads only). Used by {@code booking}.
 */
package dev.smartdoctor.appointment.availability;
