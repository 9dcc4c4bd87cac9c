package dev.smartdoctor.appointment.booking;

import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import dev.smartdoctor.platform.validation.PlainText;

/** A booking as asked for; {@code visitType} is {@code consultation} where none is given. */
public record BookRequest(@NotNull UUID doctorId, @NotNull OffsetDateTime start, @Size(max = 64) String visitType,
        @PlainText(max = 1000) String reason, UUID holdId, UUID patientId, @Size(max = 2048) String triageProof,
        @PlainText(max = 4000) String summary) {}
