package dev.smartdoctor.appointment.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The dates for which a schedule is read, seen from a moment in time; a visit that is being moved does not stand in its
 * own way.
 */
public record ReadWindow(LocalDate from, LocalDate to, Instant now, UUID exceptAppointment) {

    /** Enough days around an instant for whatever zone its location is in. */
    public static ReadWindow around(Instant start, Instant now, UUID exceptAppointment) {
        LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        return new ReadWindow(day.minusDays(1), day.plusDays(1), now, exceptAppointment);
    }

    /** The first instant that is on the first date anywhere on earth. */
    OffsetDateTime start() {
        return from.atStartOfDay().atOffset(ZoneOffset.ofHours(14));
    }

    /** The last instant that is on the last date anywhere on earth. */
    OffsetDateTime end() {
        return to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.ofHours(-12));
    }
}
