/** The appointment service: who can be seen when, and who is. Starts at {@code AppointmentServiceMain}. */
package dev.smartdoctor.appointment;
