package dev.smartdoctor.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.notification.template.MailContent.CalendarFile;
import dev.smartdoctor.notification.template.VisitCalendar.Parties;
import dev.smartdoctor.notification.visit.Visit;
import dev.smartdoctor.platform.testing.AwkwardStrings;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Method;

class VisitCalendarTest {
    private static final Visit VISIT = Examples.visit("Dr. Ana Müller", "Clinic Mitte");

    @Test
    void oneUidForLifeAndTheVersionAsSequence() throws Exception {
        String booked = unfolded(file(MessageKind.VISIT_BOOKED, "appointment.booked", VISIT));
        String moved = unfolded(file(MessageKind.VISIT_RESCHEDULED, "appointment.rescheduled", VISIT));
        String cancelled = unfolded(file(MessageKind.VISIT_CANCELLED, "appointment.cancelled", VISIT));

        assertThat(Stream.of(booked, moved, cancelled))
                .allMatch(text -> text.contains("UID:3f2c9a7e-5b1d-4e8f-9a6b-7c8d9e0f1a2b@smart-doctor\r\n"));
        assertThat(booked).contains("METHOD:REQUEST", "SEQUENCE:1\r\n", "STATUS:CONFIRMED", "DTSTART:20260512T083000Z",
                "DTEND:20260512T090000Z");
        assertThat(moved).contains("METHOD:REQUEST", "SEQUENCE:2\r\n");
        assertThat(cancelled).contains("METHOD:CANCEL", "SEQUENCE:3\r\n", "STATUS:CANCELLED");
    }

    /** RFC 5546: who invites and who is invited are in it, or a calendar has nobody to answer to. */
    @ParameterizedTest
    @CsvSource({ "VISIT_BOOKED,appointment.booked,REQUEST", "VISIT_RESCHEDULED,appointment.rescheduled,REQUEST",
            "VISIT_CANCELLED,appointment.cancelled,CANCEL" })
    void keepsTheRulesOfItsMethod(MessageKind kind, String type, String method) throws Exception {
        CalendarFile file = file(kind, type, VISIT);
        Calendar parsed = new CalendarBuilder().build(new StringReader(file.text()));
        VEvent event = (VEvent) parsed.getComponents().get(0);

        assertThat(file.method()).isEqualTo(method);
        assertThat(event.validate(new Method(method)).getEntries()).isEmpty();
        assertThat(event.<Property>getProperties("ATTENDEE")).extracting(Property::getValue)
                .containsExactly("mailto:patient@example.org");
        assertThat(event.<Property>getProperties("ORGANIZER")).extracting(Property::getValue)
                .containsExactly("mailto:no-reply@clinic.example");
    }

    @Test
    void namesDoctorAndPlaceAndNothingOfHealth() throws Exception {
        String text = unfolded(file(MessageKind.VISIT_BOOKED, "appointment.booked", VISIT));

        assertThat(text)
                .contains("SUMMARY:Visit: Dr. Ana Müller", "LOCATION:Clinic Mitte\\, Lindenstraße 5\\, 10969 Berlin")
                .doesNotContain("DESCRIPTION", "consultation");
    }

    @Test
    void lineBreaksInNamesAreNoLines() throws Exception {
        Visit hostile = Examples.visit("Dr. A\r\nMETHOD:CANCEL\rUID:x\nBEGIN:VALARM\u0085y\u2028z", "Clinic");

        assertThat(unfolded(file(MessageKind.VISIT_BOOKED, "appointment.booked", hostile)))
                .contains("SUMMARY:Visit: Dr. A\\, METHOD:CANCEL\\, UID:x\\, BEGIN:VALARM\\, y\\, z\r\n");
    }

    @Test
    void hostileNamesStayWithinTheirLine() throws Exception {
        for (String name : AwkwardStrings.all().toList()) {
            CalendarFile file = VisitCalendar.file(MessageKind.VISIT_BOOKED, Language.EN,
                    Examples.facts("appointment.booked"), Examples.visit(name, name),
                    new Parties("a@b.example", "c@d.example"));
            Calendar parsed = new CalendarBuilder().build(new StringReader(file.text()));

            assertThat(parsed.validate().hasErrors()).isFalse();
            assertThat(file.text().lines()).allSatisfy(
                    line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
            assertThat(parsed.getComponentList().getAll()).hasSize(1);
            assertThat(unfolded(file).lines().filter(line -> line.startsWith("UID:") || line.startsWith("METHOD:")
                    || line.startsWith("BEGIN:"))).hasSize(4);
        }
    }

    private static CalendarFile file(MessageKind kind, String type, Visit visit) {
        return VisitCalendar.file(kind, Language.EN, Examples.facts(type), visit,
                new Parties("no-reply@clinic.example", "patient@example.org"));
    }

    private static String unfolded(CalendarFile file) {
        return file.text().replace("\r\n ", "").replace("\r\n\t", "");
    }
}
