package dev.smartdoctor.appointment.visit;

import dev.smartdoctor.platform.security.Roles;

/** What a person is to one visit; it decides what they see of it and may do with it. */
public enum Relation {
    PATIENT, DOCTOR, RECEPTION, ADMINISTRATION, NONE;

    /** One's own visit comes before any office held, also for staff who are no patients by their role. */
    public static Relation of(Actor actor, Appointment appointment) {
        if (actor.id().equals(appointment.patient().accountId())) {
            return PATIENT;
        }
        if (actor.has(Roles.DOCTOR) && actor.id().equals(appointment.doctor().accountId())) {
            return DOCTOR;
        }
        if (actor.has(Roles.RECEPTIONIST)) {
            return RECEPTION;
        }
        return actor.has(Roles.ADMIN) ? ADMINISTRATION : NONE;
    }

    public boolean readsClinicalText() {
        return this == PATIENT || this == DOCTOR;
    }

    public boolean isStaff() {
        return this == DOCTOR || this == RECEPTION;
    }
}
