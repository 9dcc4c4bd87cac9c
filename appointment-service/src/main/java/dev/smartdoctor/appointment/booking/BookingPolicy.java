package dev.smartdoctor.appointment.booking;

import java.util.UUID;
import java.util.regex.Pattern;

import dev.smartdoctor.appointment.visit.Actor;
import dev.smartdoctor.appointment.visit.Appointment.DoctorRef;
import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.Forbidden;
import dev.smartdoctor.platform.problem.NotFound;
import dev.smartdoctor.platform.problem.ValidationFailed;
import dev.smartdoctor.platform.security.Roles;

/** Who may book for whom: patients for themselves, the reception for anyone, doctors into their own time. */
final class BookingPolicy {

    static final String DEFAULT_VISIT_TYPE = "consultation";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private BookingPolicy() {
    }

    /** The patient a booking is for; another's id does not exist for a patient. */
    static UUID patient(Actor actor, UUID asked) {
        if (asked == null) {
            if (!actor.has(Roles.PATIENT)) {
                throw new ValidationFailed("patientId", "REQUIRED", "Say whom the visit is for.");
            }
            return actor.id();
        }
        if (!isStaff(actor) && !asked.equals(actor.id())) {
            throw new NotFound("patient");
        }
        return asked;
    }

    /** The patient a hold is for: the caller, or nobody yet where staff hold it. */
    static UUID holder(Actor actor) {
        return actor.has(Roles.PATIENT) ? actor.id() : null;
    }

    /** Doctors who are no receptionists book other people into their own time alone. */
    static void checkDoctor(Actor actor, UUID patientId, DoctorRef doctor) {
        boolean own = actor.has(Roles.PATIENT) && actor.id().equals(patientId);
        if (!own && !actor.has(Roles.RECEPTIONIST) && !actor.id().equals(doctor.accountId())) {
            throw new Forbidden("Doctors give appointments in their own time.");
        }
    }

    /** The key as given, if it is one. */
    static String key(String header) {
        if (header == null || header.isBlank()) {
            throw new ApiException(400, "IDEMPOTENCY_KEY_REQUIRED", "Idempotency key required",
                    "Send an Idempotency-Key header, the same for every try of the same booking.");
        }
        if (!KEY_FORM.matcher(header).matches()) {
            throw new ValidationFailed("Idempotency-Key", "INVALID", "At most 255 visible ASCII characters.");
        }
        return header;
    }

    static String visitType(String asked) {
        return asked == null ? DEFAULT_VISIT_TYPE : asked;
    }

    private static boolean isStaff(Actor actor) {
        return actor.has(Roles.RECEPTIONIST) || actor.has(Roles.DOCTOR);
    }
}
