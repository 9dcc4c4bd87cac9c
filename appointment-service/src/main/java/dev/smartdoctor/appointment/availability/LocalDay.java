package dev.smartdoctor.appointment.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * One calendar day of a zone as the stretches of constant offset it is made of. An ordinary day is one stretch; a day
 * on which clocks change is two; a day that a zone skipped is none. All instants are in epoch seconds.
 */
final class LocalDay {

    private static final long DAY = 86_400;
    private static final long WIDEST_OFFSET = 18 * 3_600;

    private final long midnight;
    private final ZoneRules rules;
    private final List<Stretch> stretches;

    private LocalDay(long midnight, ZoneRules rules, List<Stretch> stretches) {
        this.midnight = midnight;
        this.rules = rules;
        this.stretches = stretches;
    }

    static LocalDay of(LocalDate date, ZoneId zone) {
        long midnight = date.toEpochDay() * DAY;
        ZoneRules rules = zone.getRules();
        Instant cursor = Instant.ofEpochSecond(midnight - WIDEST_OFFSET);
        long limit = midnight + DAY + WIDEST_OFFSET;
        List<Stretch> stretches = new ArrayList<>(2);
        while (cursor.getEpochSecond() < limit) {
            ZoneOffset offset = rules.getOffset(cursor);
            ZoneOffsetTransition next = rules.nextTransition(cursor);
            long until = next == null ? limit : Math.min(limit, next.toEpochSecond());
            long from = Math.max(cursor.getEpochSecond(), midnight - offset.getTotalSeconds());
            long to = Math.min(until, midnight + DAY - offset.getTotalSeconds());
            if (from < to) {
                stretches.add(new Stretch(from, to, offset));
            }
            cursor = Instant.ofEpochSecond(until);
        }
        return new LocalDay(midnight, rules, List.copyOf(stretches));
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /** The instant at which a clock with this stretch's offset shows the minute, whether or not it is in the stretch. */
    long at(Stretch stretch, int minute) {
        return midnight - stretch.offset().getTotalSeconds() + minute * 60L;
    }

    /** Whether every instant from start to end has a wall-clock time within the window. */
    boolean covers(WeeklyWindow window, long start, long end) {
        long covered = start;
        for (Stretch stretch : stretches) {
            long from = Math.max(stretch.from(), at(stretch, window.fromMinute()));
            long to = Math.min(stretch.to(), at(stretch, window.toMinute()));
            if (from <= covered && covered < to) {
                covered = to;
            }
        }
        return covered >= end;
    }

    /** The offset at the end of something that began in the stretch. */
    ZoneOffset offsetAt(long instant, Stretch begun) {
        return instant < begun.to() ? begun.offset() : rules.getOffset(Instant.ofEpochSecond(instant));
    }

    record Stretch(long from, long to, ZoneOffset offset) {

        boolean contains(long instant) {
            return from <= instant && instant < to;
        }
    }
}
