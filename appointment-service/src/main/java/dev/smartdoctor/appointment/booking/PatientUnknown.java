package dev.smartdoctor.appointment.booking;

/** The transaction found no patient record with a name; it is rolled back, the record made, and the booking run again. */
final class PatientUnknown extends RuntimeException {

    PatientUnknown() {
        super("no patient record with a name", null, false, false);
    }
}
