package dev.smartdoctor.appointment.schedule;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A doctor's time off. Visits that were booked within stand until somebody moves or cancels them. */
public record TimeOffView(UUID id, Instant start, Instant end, @Schema(nullable = true) String note,
        @Schema(description = "Visits that are booked in this time") int visitsWithin) {}
