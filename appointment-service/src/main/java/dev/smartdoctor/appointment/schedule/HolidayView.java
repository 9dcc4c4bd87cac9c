package dev.smartdoctor.appointment.schedule;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A closed day. */
public record HolidayView(UUID id, @Schema(nullable = true) UUID locationId, LocalDate date, String name) {}
