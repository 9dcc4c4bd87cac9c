package dev.smartdoctor.appointment.visit;

import java.net.URI;
import java.time.Instant;

import dev.smartdoctor.platform.calendar.ContentLines;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
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
 * A visit as iCalendar, published (RFC 5545; RFC 5546, 3.2.1): who fetches it is not invited by it, the mails do that. UID and SEQUENCE
 * are those of the mails, one UID for life and the version, so that a calendar replaces what it has. Neither specialty nor reason is in
 * it: calendars are shared.
 */
final class CalendarFile {

    static final String MEDIA_TYPE = "text/calendar";
    static final String CONTENT_TYPE = MEDIA_TYPE + "; charset=utf-8; method=PUBLISH";

    private CalendarFile() {
    }

    static String of(Appointment appointment) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Smart Doctor//Appointments//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(event(appointment));
        return ContentLines.folded(calendar.toString());
    }

    private static VEvent event(Appointment appointment) {
        VEvent event = new VEvent(false);
        event.add(new DtStamp(appointment.changedAt()));
        event.add(new Uid(appointment.id() + "@smart-doctor"));
        event.add(new Sequence(appointment.version()));
        event.add(new DtStart<Instant>(appointment.start()));
        event.add(new DtEnd<Instant>(appointment.end()));
        event.add(new Summary(ContentLines.oneLine(appointment.doctor().name())));
        event.add(new Location(ContentLines.oneLine(place(appointment))));
        event.add(organizer(appointment));
        event.add(status(appointment));
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
        return address == null ? appointment.place().name() : appointment.place().name() + ", " + address;
    }

    private static Status status(Appointment appointment) {
        return switch (appointment.status()) {
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
            case HELD, PENDING -> ImmutableStatus.VEVENT_TENTATIVE;
            case BOOKED, CHECKED_IN, COMPLETED, NO_SHOW -> ImmutableStatus.VEVENT_CONFIRMED;
        };
    }
}
