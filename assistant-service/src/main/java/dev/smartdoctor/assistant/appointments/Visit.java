package dev.smartdoctor.assistant.appointments;

import java.time.OffsetDateTime;
import java.util.UUID;

/** One of the patient's own visits. */
public record Visit(UUID id, Integer version, UUID doctorId, String doctorName, OffsetDateTime start,
        String timeZone) {}
