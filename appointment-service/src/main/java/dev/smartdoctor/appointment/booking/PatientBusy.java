package dev.smartdoctor.appointment.booking;

import dev.smartdoctor.platform.problem.Conflict;

/** The patient has another visit, or holds another slot, at that time. */
public class PatientBusy extends Conflict {

    public PatientBusy() {
        super("PATIENT_BUSY", "There is another visit of this patient at that time.");
    }
}
