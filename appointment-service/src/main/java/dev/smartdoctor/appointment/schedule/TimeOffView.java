package dev.smartdoctor.appointment.schedule;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A doctor's time off. */
public record TimeOffView(UUID id, Instant start, Instant end, @Schema(nullable = true) String note) {}
