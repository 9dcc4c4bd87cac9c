package dev.smartdoctor.appointment.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonFormat;

import dev.smartdoctor.appointment.availability.WeeklyWindow;

/** A doctor's hours at one location, in the form in which they are set. */
public record WorkingHoursView(UUID locationId, String timeZone, @Schema(nullable = true) LocalDate validFrom,
        @Schema(nullable = true) LocalDate validTo,
        List<Window> weekly) {

    static WorkingHoursView of(PlaceHours hours) {
        WeeklyWindow first = hours.windows().isEmpty() ? null : hours.windows().get(0);
        return new WorkingHoursView(hours.locationId(), hours.zone().getId(), first == null ? null : first.validFrom(),
                first == null ? null : first.validTo(), hours.windows().stream().map(Window::of).toList());
    }

    /** One stretch of a weekday. */
    public record Window(DayOfWeek day, @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to) {

        static Window of(WeeklyWindow window) {
            return new Window(window.day(), time(window.fromMinute()), time(window.toMinute()));
        }

        private static LocalTime time(int minute) {
            return LocalTime.of(minute / 60 % 24, minute % 60);
        }
    }
}
