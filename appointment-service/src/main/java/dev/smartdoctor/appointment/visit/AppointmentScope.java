package dev.smartdoctor.appointment.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.smartdoctor.platform.security.Roles;

/**
 * Which visits a person can see at all; what is outside does not exist for them. The condition is composed of constants
 * and refers to the account as {@code $1}.
 */
public record AppointmentScope(UUID accountId, String condition) {

    private static final String ALL = "$1::uuid is not null";
    private static final String AS_PATIENT = "p.account_id = $1::uuid";
    private static final String AS_DOCTOR = "a.doctor_id in (select own.id from doctor own where own.account_id = $1::uuid)";

    public static AppointmentScope of(Actor actor) {
        if (actor.seesEveryVisit()) {
            return new AppointmentScope(actor.id(), ALL);
        }
        List<String> conditions = new ArrayList<>(2);
        if (actor.has(Roles.PATIENT)) {
            conditions.add(AS_PATIENT);
        }
        if (actor.has(Roles.DOCTOR)) {
            conditions.add(AS_DOCTOR);
        }
        return new AppointmentScope(actor.id(), "(" + String.join(" or ", conditions) + ")");
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
