package dev.smartdoctor.appointment.booking;

import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/** The new time, and the new doctor where it is to be another. */
public record RescheduleRequest(@NotNull OffsetDateTime start, UUID doctorId) {}
