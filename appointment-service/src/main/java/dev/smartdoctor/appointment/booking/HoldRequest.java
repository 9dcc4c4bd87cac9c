package dev.smartdoctor.appointment.booking;

import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A slot to be kept for a few minutes. */
public record HoldRequest(@NotNull UUID doctorId, @NotNull OffsetDateTime start, @Size(max = 64) String visitType) {}
