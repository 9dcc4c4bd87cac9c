package dev.smartdoctor.appointment.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.smartdoctor.appointment.availability.WeeklyWindow;
import dev.smartdoctor.appointment.schedule.WorkingHoursRequest.Window;
import dev.smartdoctor.platform.problem.FieldError;
import dev.smartdoctor.platform.problem.ValidationFailed;

/**
 * What weekly hours must obey: windows of positive length that do not overlap on their own clock, and, since a doctor is
 * one person, no instant at which they are at two locations.
 */
final class WorkingHoursPolicy {

    /** Long enough to meet both changes of clocks in every zone, and all weekdays beside them. */
    private static final int DAYS_COMPARED = 400;

    private WorkingHoursPolicy() {
    }

    /** The windows of a request, checked among themselves. */
    static List<WeeklyWindow> windows(WorkingHoursRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.validTo() != null && request.validTo().isBefore(request.validFrom())) {
            errors.add(new FieldError("validTo", "BEFORE_VALID_FROM", "The last date is before the first."));
        }
        for (int index = 0; index < request.weekly().size(); index++) {
            Window window = request.weekly().get(index);
            if (!window.hasWholeMinutes()) {
                errors.add(new FieldError("weekly[" + index + "]", "WHOLE_MINUTES",
                        "Hours begin and end on whole minutes, as in 09:00."));
            } else if (window.fromMinute() >= window.toMinute()) {
                errors.add(new FieldError("weekly[" + index + "].to", "NOT_AFTER_FROM",
                        "The end is not after the beginning."));
            } else if (overlapsEarlier(request.weekly(), index)) {
                errors.add(new FieldError("weekly[" + index + "]", "OVERLAP", "Overlaps another stretch of the day."));
            }
        }
        if (!errors.isEmpty()) {
            throw new ValidationFailed(errors);
        }
        return request.weekly().stream().map(window -> new WeeklyWindow(window.day(), window.fromMinute(),
                window.toMinute(), request.validFrom(), request.validTo())).toList();
    }

    /** Whether some instant is within the hours of both places, compared with the real dates of each zone. */
    static boolean overlap(PlaceHours one, PlaceHours other, LocalDate today) {
        // Before the later of the two has begun there is nothing to overlap with.
        LocalDate first = start(one, today).isAfter(start(other, today)) ? start(one, today) : start(other, today);
        List<Span> spans = new ArrayList<>(spans(one, first));
        spans.addAll(spans(other, first));
        spans.sort(Comparator.comparing(Span::from));
        return overlapping(spans);
    }

    private static boolean overlapping(List<Span> sorted) {
        for (int index = 0; index < sorted.size(); index++) {
            Span span = sorted.get(index);
            for (int next = index + 1; next < sorted.size() && sorted.get(next).from().isBefore(span.to()); next++) {
                if (sorted.get(next).place() != span.place()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static LocalDate start(PlaceHours hours, LocalDate today) {
        return hours.windows().stream().map(WeeklyWindow::validFrom).filter(from -> from.isAfter(today))
                .min(Comparator.naturalOrder()).orElse(today);
    }

    private static List<Span> spans(PlaceHours hours, LocalDate first) {
        List<Span> spans = new ArrayList<>();
        for (LocalDate date = first.minusDays(1); date
                .isBefore(first.plusDays(DAYS_COMPARED)); date = date.plusDays(1)) {
            for (WeeklyWindow window : hours.windows()) {
                if (window.appliesOn(date)) {
                    spans.add(new Span(at(date, window.fromMinute(), hours.zone()),
                            at(date, window.toMinute(), hours.zone()), hours));
                }
            }
        }
        return spans;
    }

    private static Instant at(LocalDate date, int minute, ZoneId zone) {
        return date.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
    }

    private static boolean overlapsEarlier(List<Window> weekly, int index) {
        Window window = weekly.get(index);
        return weekly.subList(0, index).stream().anyMatch(earlier -> earlier.day() == window.day()
                && earlier.fromMinute() < window.toMinute() && window.fromMinute() < earlier.toMinute());
    }

    private record Span(Instant from, Instant to, PlaceHours place) {}
}
