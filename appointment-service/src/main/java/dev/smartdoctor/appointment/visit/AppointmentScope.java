package dev.smartdoctor.appointment.visit;

import java.util.UUID;

import dev.smartdoctor.platform.security.Roles;

/**
 * Which visits a person can see at all; what is outside does not exist for them. The condition is composed of constants
 * and refers to the account as {@code $1}.
 */
public record AppointmentScope(UUID accountId, String condition) {

    private static final String ALL = "$1::uuid is not null";
    // An account is one patient's and one doctor's at most, so both are values to the planner, which then reads along the index
    // of whom it is about. As a set, it would read along time until enough of them are found: for a new doctor, everything.
    private static final String AS_PATIENT = "a.patient_id = (select own.id from patient own where own.account_id = $1::uuid)";
    private static final String AS_DOCTOR = "a.doctor_id = (select own.id from doctor own where own.account_id = $1::uuid)";
    private static final String AS_EITHER = "(" + AS_PATIENT + " or " + AS_DOCTOR + ")";

    public static AppointmentScope of(Actor actor) {
        if (actor.seesEveryVisit()) {
            return new AppointmentScope(actor.id(), ALL);
        }
        if (!actor.has(Roles.DOCTOR)) {
            return new AppointmentScope(actor.id(), AS_PATIENT);
        }
        return new AppointmentScope(actor.id(), actor.has(Roles.PATIENT) ? AS_EITHER : AS_DOCTOR);
    }

    /** What the office held lets a person see, their own visits as a patient apart. */
    static AppointmentScope ofOffice(Actor actor) {
        return new AppointmentScope(actor.id(), actor.seesEveryVisit() ? ALL : AS_DOCTOR);
    }

    /** For another service, which asks on nobody's behalf. */
    public static AppointmentScope service() {
        return new AppointmentScope(new UUID(0, 0), ALL);
    }
}
