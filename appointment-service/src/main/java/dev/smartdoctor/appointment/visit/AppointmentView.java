package dev.smartdoctor.appointment.visit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A visit as one person sees it. {@code reason}, {@code summary}, {@code notes} and {@code triageLevel} are {@code null}
 * for everybody but the patient and the visit's doctor; the phone is for doctor and reception.
 */
public record AppointmentView(UUID id, String status, int version, Doctor doctor, Location location, Patient patient,
        OffsetDateTime start, OffsetDateTime end, String timeZone, String visitType,
        @Schema(nullable = true) String reason, @Schema(nullable = true) String summary,
        @Schema(nullable = true) String notes, @Schema(nullable = true) String triageLevel,
        List<String> allowedActions) {

    public record Doctor(UUID id, String name, String specialty) {}

    public record Location(UUID id, String name) {}

    public record Patient(UUID id, @Schema(nullable = true) String name, @Schema(nullable = true) String phone) {}
}
