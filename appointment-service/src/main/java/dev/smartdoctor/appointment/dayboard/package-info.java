/**
 * The day as the house sees it: doctors their own, reception and administration everybody's. Each sees of a visit
 * what they see of it elsewhere.
 *
 * <p>
 * Talks to: {@code visit}, in the same database.
 */
package dev.smartdoctor.appointment.dayboard;
