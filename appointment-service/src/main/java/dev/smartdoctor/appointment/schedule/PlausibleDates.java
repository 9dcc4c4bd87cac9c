package dev.smartdoctor.appointment.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import dev.smartdoctor.platform.problem.ValidationFailed;

/** A date that no clinic plans for is a mistake in typing. */
final class PlausibleDates {

    private static final int FARTHEST_YEARS = 10;

    private PlausibleDates() {
    }

    static void check(String field, LocalDate date, Instant now) {
        int distance = date.getYear() - now.atOffset(ZoneOffset.UTC).getYear();
        if (Math.abs(distance) > FARTHEST_YEARS) {
            throw new ValidationFailed(field, "OUT_OF_RANGE", "At most " + FARTHEST_YEARS + " years from now.");
        }
    }
}
