package dev.smartdoctor.appointment.schedule;

import java.time.OffsetDateTime;

import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.platform.validation.PlainText;

/** A stretch in which a doctor cannot be booked; the note is for staff. */
public record TimeOffRequest(@NotNull OffsetDateTime start, @NotNull OffsetDateTime end,
        @PlainText(max = 300) String note) {}
