package dev.smartdoctor.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours, on the recipient's own wall clock, in which no reminder is sent; {@code from} after {@code to} spans midnight. */
public record QuietHours(LocalTime from, LocalTime to) {

    /** The moment itself if it is not quiet then, else the end of the quiet hours it falls into. */
    public Instant nextLoudMoment(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return moment;
        }
        boolean endsTomorrow = !local.toLocalTime().isBefore(to);
        return local.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(to).atZone(zone).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
