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
        return address == null ? appointment.place().name() : appointment.place().name() + ", " + address;
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
