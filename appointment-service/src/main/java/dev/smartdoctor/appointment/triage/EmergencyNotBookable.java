package dev.smartdoctor.appointment.triage;

import dev.smartdoctor.platform.problem.Conflict;

/** Booking is not offered in an emergency. */
public class EmergencyNotBookable extends Conflict {

    public EmergencyNotBookable(TriageLevel level) {
        super("EMERGENCY_NOT_BOOKABLE", "This needs emergency care now, not an appointment.");
        with("level", level.code());
    }
}
