package dev.smartdoctor.appointment.visit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A visit as one person sees it. {@code reason}, {@code summary}, {@code notes} and {@code triageLevel} are {@code null}
 * for everybody but the patient and the visit's doctor; the phone is for doctor and reception.
 */
public record AppointmentView(UUID id, String status, int version, Doctor doctor, Location location, Patient patient,
        OffsetDateTime start, OffsetDateTime end, String timeZone, String visitType, String reason, String summary,
        String notes, String triageLevel, List<String> allowedActions) {

    public record Doctor(UUID id, String name, String specialty) {}

    public record Location(UUID id, String name) {}

    public record Patient(UUID id, String name, String phone) {}
}
