package dev.smartdoctor.appointment.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.appointment.availability.VisitRules;
import dev.smartdoctor.appointment.clinicaltext.PatientKey;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;

/** What people write into names and addresses stays what they wrote, and begins no line of its own. */
class CalendarFileTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void marksWhatHasAMeaningInACalendar() throws IOException, ParserException {
        String file = file("Dr. O’Brien, A; B \\ C", "Main Street 1; back door, left");
        assertThat(file).contains("SUMMARY:Dr. O’Brien\\, A\\; B \\\\ C\r\n");
        assertThat(read(file, "SUMMARY")).isEqualTo("Dr. O’Brien, A; B \\ C");
        assertThat(read(file, "LOCATION")).isEqualTo("House, Main Street 1; back door, left");
    }

    @Test
    void longLinesAreFolded() throws IOException, ParserException {
        String address = "Main Street " + "é".repeat(200);
        String file = file("Dr. A", address);
        assertThat(file.lines()).allSatisfy(
                line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(read(file, "LOCATION")).isEqualTo("House, " + address);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r", "\r\n", "\n\r" })
    void noLineBreakOfAnAddressBeginsALine(String lineBreak) throws IOException, ParserException {
        String file = file("Dr. A", "Main Street 1" + lineBreak + "ATTENDEE:mailto:somebody@example.org");
        assertThat(file.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(read(file, "LOCATION")).isEqualTo("House, Main Street 1, ATTENDEE:mailto:somebody@example.org");
    }

    /** RFC 5546 has rules for each method; a file that somebody fetches invites nobody. */
    @ParameterizedTest
    @EnumSource(value = AppointmentStatus.class, names = { "PENDING", "BOOKED", "COMPLETED", "CANCELLED" })
    void keepsTheRulesOfItsMethod(AppointmentStatus status) throws IOException, ParserException {
        Appointment visit = visit("Dr. A", "Main Street 1", status);
        Calendar calendar = new CalendarBuilder().build(new StringReader(CalendarFile.of(visit)));
        Component event = calendar.getComponents().get(0);

        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(((VEvent) event).validate(ImmutableMethod.PUBLISH).getEntries()).isEmpty();
        assertThat(calendar.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("PUBLISH");
        assertThat(event.getProperties("ATTENDEE")).isEmpty();
        assertThat(event.getProperties("ORGANIZER")).hasSize(1);
    }

    private static String read(String file, String property) throws IOException, ParserException {
        Component event = new CalendarBuilder().build(new StringReader(file)).getComponents().get(0);
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static String file(String doctor, String address) {
        return CalendarFile.of(visit(doctor, address, AppointmentStatus.BOOKED));
    }

    private static Appointment visit(String doctor, String address, AppointmentStatus status) {
        UUID patient = UUID.randomUUID();
        VisitRules rules = new VisitRules("consultation", Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO,
                Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2), 6, null, 10, false);
        return new Appointment(UUID.randomUUID(), 1, status,
                new Appointment.PatientRef(patient, patient, "P", null, new PatientKey(patient, null)),
                new Appointment.DoctorRef(UUID.randomUUID(), UUID.randomUUID(), doctor, "ent"),
                new Appointment.PlaceRef(UUID.randomUUID(), "House", address, ZoneId.of("Europe/Berlin")), rules, START,
                rules.end(START), START, null, Appointment.SealedTexts.NONE);
    }
}
