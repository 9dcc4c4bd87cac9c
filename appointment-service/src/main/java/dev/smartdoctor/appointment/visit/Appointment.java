package dev.smartdoctor.appointment.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

import dev.smartdoctor.appointment.availability.VisitRules;
import dev.smartdoctor.appointment.clinicaltext.PatientKey;
import io.vertx.core.buffer.Buffer;

/** A booked visit with all that is needed to judge, show and tell of it. Clinical texts are still sealed. */
public record Appointment(UUID id, int version, AppointmentStatus status, PatientRef patient, DoctorRef doctor,
        PlaceRef place, VisitRules rules, Instant start, Instant end, Instant changedAt, String triageLevel,
        SealedTexts texts) {

    public OffsetDateTime localStart() {
        return start.atZone(place.zone()).toOffsetDateTime();
    }

    public OffsetDateTime localEnd() {
        return end.atZone(place.zone()).toOffsetDateTime();
    }

    /** The patient; {@code accountId} is {@code null} for people without an account. */
    public record PatientRef(UUID id, UUID accountId, String name, String phone, PatientKey key) {}

    /** The doctor; {@code accountId} is {@code null} for doctors who do not sign in. */
    public record DoctorRef(UUID id, UUID accountId, String name, String specialty) {}

    /** Where, and by which clock. */
    public record PlaceRef(UUID id, String name, String address, ZoneId zone) {}

    /** The clinical texts as stored, each {@code null} where there is none. */
    public record SealedTexts(Buffer reason, Buffer summary, Buffer notes) {

        public static final SealedTexts NONE = new SealedTexts(null, null, null);
    }
}
