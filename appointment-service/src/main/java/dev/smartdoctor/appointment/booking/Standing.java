package dev.smartdoctor.appointment.booking;

/** How the patient and the caller stand, read under the locks. */
record Standing(boolean patientBusy, long activeAppointments, long liveHolds, boolean holdFits) {}
