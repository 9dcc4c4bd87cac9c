package dev.smartdoctor.appointment.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A doctor's whole week at one location, in the location's clock; an empty week means no hours there. {@code validTo} is
 * inclusive, absent for good.
 */
public record WorkingHoursRequest(@NotNull UUID locationId, @NotNull LocalDate validFrom, LocalDate validTo,
        @NotNull @Size(max = 50) List<@NotNull @Valid Window> weekly) {

    /** One stretch of a weekday; {@code to} at 00:00 is midnight at the day's end. */
    public record Window(@NotNull DayOfWeek day, @NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to) {

        static final int DAY_MINUTES = 24 * 60;

        boolean hasWholeMinutes() {
            return from.equals(from.truncatedTo(ChronoUnit.MINUTES)) && to.equals(to.truncatedTo(ChronoUnit.MINUTES));
        }

        int fromMinute() {
            return from.toSecondOfDay() / 60;
        }

        int toMinute() {
            return to.equals(LocalTime.MIDNIGHT) ? DAY_MINUTES : to.toSecondOfDay() / 60;
        }
    }
}
