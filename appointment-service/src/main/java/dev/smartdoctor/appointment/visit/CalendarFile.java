package dev.smartdoctor.appointment.visit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A visit as iCalendar (RFC 5545, RFC 5546): one UID for life, the version as SEQUENCE, so that a calendar replaces what it has. Neither
 * specialty nor reason is in it: calendars are shared.
 */
final class CalendarFile {

    static final String MEDIA_TYPE = "text/calendar";
    private static final int LINE_OCTETS = 75;

    private CalendarFile() {
    }

    static String mediaType(Appointment appointment) {
        return MEDIA_TYPE + "; charset=utf-8; method=" + method(appointment).getValue();
    }

    static String of(Appointment appointment) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Smart Doctor//Appointments//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method(appointment));
        calendar.add(event(appointment));
        return folded(calendar.toString());
    }

    private static VEvent event(Appointment appointment) {
        VEvent event = new VEvent(false);
        event.add(new DtStamp(appointment.changedAt()));
        event.add(new Uid(appointment.id() + "@smart-doctor"));
        event.add(new Sequence(appointment.version()));
        event.add(new DtStart<Instant>(appointment.start()));
        event.add(new DtEnd<Instant>(appointment.end()));
        event.add(new Summary(appointment.doctor().name()));
        event.add(new Location(place(appointment)));
        event.add(organizer(appointment));
        event.add(isCancelled(appointment) ? ImmutableStatus.VEVENT_CANCELLED : status(appointment));
        return event;
    }

    /** The clinic's location; it has no address of its own for mail, so it is named by its id (RFC 5545, 3.3.3). */
    private static Organizer organizer(Appointment appointment) {
        Organizer organizer = new Organizer(URI.create("urn:uuid:" + appointment.place().id()));
        organizer.add(new Cn(appointment.place().name()));
        return organizer;
    }

    private static String place(Appointment appointment) {
        String address = appointment.place().address();
        return address == null ? appointment.place().name() : appointment.place().name() + ", " + oneLine(address);
    }

    /** The library writes a lone carriage return as it is, which many readers take for the end of the line: what follows would be theirs. */
    private static String oneLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(", "));
    }

    /** Lines of at most 75 octets, cut between characters (RFC 5545, 3.1); the library counts characters, and only where it is asked to. */
    private static String folded(String calendar) {
        StringBuilder text = new StringBuilder();
        int octets = 0;
        for (int point : calendar.codePoints().toArray()) {
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (point == '\r' || point == '\n') {
                octets = 0;
            } else if (octets + size > LINE_OCTETS) {
                text.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            text.appendCodePoint(point);
        }
        return text.toString();
    }

    private static Status status(Appointment appointment) {
        return appointment.status() == AppointmentStatus.PENDING
                ? ImmutableStatus.VEVENT_TENTATIVE
                : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static Method method(Appointment appointment) {
        return isCancelled(appointment) ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    }

    private static boolean isCancelled(Appointment appointment) {
        return appointment.status() == AppointmentStatus.CANCELLED;
    }
}
