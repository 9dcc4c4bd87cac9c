package dev.smartdoctor.appointment.schedule;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.platform.validation.PlainText;

/** A day on which a location is closed, or every location where none is named. */
public record HolidayRequest(UUID locationId, @NotNull LocalDate date,
        @NotBlank @PlainText(max = 120, multiline = false) String name) {}
