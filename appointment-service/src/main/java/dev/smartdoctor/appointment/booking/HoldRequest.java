package dev.smartdoctor.appointment.booking;

import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.platform.validation.PlainText;

/** A slot to be kept for a few minutes. */
public record HoldRequest(@NotNull UUID doctorId, @NotNull OffsetDateTime start,
        @PlainText(max = 64, multiline = false) String visitType) {}
