package dev.smartdoctor.appointment.schedule;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A closed day. Visits that were booked on it stand until somebody moves or cancels them. */
public record HolidayView(UUID id, @Schema(nullable = true) UUID locationId, LocalDate date, String name,
        @Schema(description = "Visits that are booked on this day") int visitsWithin) {}
