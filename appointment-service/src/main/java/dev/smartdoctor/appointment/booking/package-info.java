/**
 * Taking time: holds, bookings and reschedules. The database decides who gets a slot: advisory locks make rivals queue,
 * the exclusion constraints of {@code appointment} make a double booking impossible, and the pure function of
 * {@code availability} says, inside the transaction, what the listing says outside.
 *
 * <p>
 * Talks to: {@code appointment.events} (notification-service); {@code patient} for a record that is not there yet.
 */
package dev.smartdoctor.appointment.booking;
