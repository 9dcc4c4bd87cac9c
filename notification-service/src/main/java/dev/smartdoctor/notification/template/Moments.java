package dev.smartdoctor.notification.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes moments as wall-clock times that name their zone. */
public final class Moments {
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter zoneName;
    private final String comma;

    public Moments(Language language) {
        Locale locale = language.locale();
        comma = language == Language.AR ? "، " : ", ";
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        shortDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        zoneName = DateTimeFormatter.ofPattern("zzzz", locale);
    }

    /** "12 May 2026" */
    String date(Instant moment, ZoneId zone) {
        return shortDay.format(moment.atZone(zone));
    }

    /** "10:30" */
    String clock(Instant moment, ZoneId zone) {
        return clock.format(moment.atZone(zone));
    }

    /** "Tuesday, 12 May 2026, 10:30 (Central European Summer Time)" */
    public String moment(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return day.format(local) + comma + clock.format(local) + " (" + zoneName.format(local) + ")";
    }

    /** "Tuesday, 12 May 2026, 10:30–11:00 (Central European Summer Time, Europe/Berlin)" */
    String span(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        return day.format(local) + comma + clock.format(local) + "–" + clock.format(end.atZone(zone)) + " ("
                + zoneName.format(local) + comma + zone.getId() + ")";
    }

    /** Whether clocks in the two zones show the same at that moment. */
    public static boolean sameClock(Instant moment, ZoneId one, ZoneId other) {
        return one.getRules().getOffset(moment).equals(other.getRules().getOffset(moment));
    }
}
