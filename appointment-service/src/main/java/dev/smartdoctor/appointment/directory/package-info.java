/**
 * The clinic's directory: specialties, locations, kinds of visit and doctors. Public to read, kept by administrators.
 * Reference data in Hibernate Reactive; nothing here appends an event.
 *
 * <p>
 * Talks to: account (whose account a doctor's is); the service's own database.
 */
package dev.smartdoctor.appointment.directory;
