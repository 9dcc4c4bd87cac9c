package dev.smartdoctor.notification.template;

import java.net.URI;

import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.notification.planning.VisitFacts;
import dev.smartdoctor.notification.template.MailContent.CalendarFile;
import dev.smartdoctor.notification.visit.Visit;
import dev.smartdoctor.platform.calendar.ContentLines;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A visit as an iTIP object (RFC 5546): one UID for the visit's whole life and its version as SEQUENCE, so that a calendar moves
 * or removes the entry it has, in whatever order mails arrive. Times are in UTC, which every calendar shows in its own zone.
 */
public final class VisitCalendar {
    private static final String PRODUCT = "-//Smart Doctor//Notifications//EN";

    private VisitCalendar() {
    }

    public static CalendarFile file(MessageKind kind, Language language, VisitFacts facts, Visit visit,
            Parties parties) {
        boolean cancelled = kind == MessageKind.VISIT_CANCELLED;
        Method method = cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
        VEvent event = new VEvent(false);
        event.add(new Uid(facts.appointmentId() + "@smart-doctor"));
        event.add(new Sequence((int) facts.version()));
        event.add(new DtStamp(facts.occurredAt()));
        event.add(new net.fortuna.ical4j.model.property.DtStart<>(facts.start()));
        event.add(new net.fortuna.ical4j.model.property.DtEnd<>(facts.end()));
        event.add(new net.fortuna.ical4j.model.property.Summary(
                ContentLines.oneLine(VisitLetters.summary(kind, language, facts, visit))));
        VisitLetters.place(facts, visit).ifPresent(place -> event.add(new Location(ContentLines.oneLine(place))));
        event.add(status(cancelled, facts));
        event.add(new Organizer(URI.create("mailto:" + parties.organizer())));
        event.add(attendee(parties.attendee()));
        return new CalendarFile(method.getValue(), write(method, event));
    }

    /** The two addresses of an invitation. */
    public record Parties(String organizer, String attendee) {}

    private static Status status(boolean cancelled, VisitFacts facts) {
        if (cancelled) {
            return ImmutableStatus.VEVENT_CANCELLED;
        }
        return "pending".equals(facts.status()) ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static Property attendee(String address) {
        Attendee attendee = new Attendee(URI.create("mailto:" + address));
        attendee.add(PartStat.ACCEPTED);
        return attendee;
    }

    private static String write(Method method, VEvent event) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(event);
        return ContentLines.folded(calendar.toString());
    }
}
