package dev.smartdoctor.appointment.booking;

import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.platform.validation.PlainText;

/** A booking as asked for; {@code visitType} is {@code consultation} where none is given. */
public record BookRequest(@NotNull UUID doctorId, @NotNull OffsetDateTime start,
        @PlainText(max = 64, multiline = false) String visitType,
        @PlainText(max = 1000) String reason, UUID holdId, UUID patientId,
        @PlainText(max = 2048, multiline = false) String triageProof,
        @PlainText(max = 4000) String summary) {}
