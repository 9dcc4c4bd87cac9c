package dev.smartdoctor.appointment.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Working hours of one weekday by the location's clock: minutes after midnight, the end exclusive and up to 1440.
 * {@code validTo} is inclusive, {@code null} meaning for good.
 */
public record WeeklyWindow(DayOfWeek day, int fromMinute, int toMinute, LocalDate validFrom, LocalDate validTo) {

    public boolean appliesOn(LocalDate date) {
        return date.getDayOfWeek() == day && !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }
}
