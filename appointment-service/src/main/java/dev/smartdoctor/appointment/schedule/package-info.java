/**
 * The upkeep of working time: weekly hours, time off, public holidays. Doctors keep their own, reception and
 * administration everybody's. A change takes effect with the next slot that is listed or booked; visits already booked
 * stay.
 *
 * <p>
 * Talks to: the service's own database; {@code availability} reads what is written here.
 */
package dev.smartdoctor.appointment.schedule;
