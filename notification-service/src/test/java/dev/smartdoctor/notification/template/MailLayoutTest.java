package dev.smartdoctor.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.notification.planning.VisitFacts;
import dev.smartdoctor.notification.recipient.Recipient;
import dev.smartdoctor.notification.visit.Visit;
import dev.smartdoctor.platform.testing.AwkwardStrings;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class MailLayoutTest {
    private static final String MARKUP = "</title><script>alert('x')</script>\"><img src=x onerror=alert(1)> & {letter.dir}";
    private final VisitLetters letters = new VisitLetters("https://clinic.example/");

    @Inject
    MailLayout layout;

    @Test
    void namesAreEscapedInHtmlAndUntouchedInText() {
        MailContent mail = booked(Language.EN, Examples.patient(MARKUP, "en", "Europe/Berlin"), MARKUP);

        assertThat(mail.html()).doesNotContain("<script", "<img", "onerror=alert(1)>")
                .contains("&lt;script&gt;", "{letter.dir}");
        assertThat(mail.text()).contains(MARKUP);
    }

    @Test
    void awkwardNamesAddNoElement() {
        int elements = elements(booked(Language.EN, Examples.patient("Ana", "en", "Europe/Berlin"), "Dr. Ana").html());

        assertThat(AwkwardStrings.all()
                .map(name -> booked(Language.EN, Examples.patient(name, "en", "Europe/Berlin"), name).html()))
                .allMatch(html -> elements(html) == elements);
    }

    @ParameterizedTest
    @EnumSource
    void speaksTheRecipientsLanguageAndNamesBothZones(Language language) throws IOException {
        MailContent mail = booked(language, Examples.patient("María José", language.code(), "Asia/Kolkata"),
                "Dr. Ana Müller");

        assertThat(mail.html()).contains("lang=\"" + language.code() + "\"",
                language == Language.AR ? "dir=\"rtl\"" : "dir=\"ltr\"", "Europe/Berlin", "Asia/Kolkata");
        assertThat(mail.subject()).isEqualTo(Words.in(language).say("visit_booked.subject", Map.of(
                "date", new Moments(language).date(facts().start(), facts().zone()),
                "clock", new Moments(language).clock(facts().start(), facts().zone()))));
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve("visit_booked_" + language.code() + ".html"), mail.html());
        Files.writeString(folder.resolve("visit_booked_" + language.code() + ".txt"), mail.text());
    }

    @Test
    void sameClockIsNotToldTwice() {
        assertThat(booked(Language.EN, Examples.patient("Ana", "en", "Europe/Madrid"), "Dr. Ana").text())
                .doesNotContain("In your time zone");
    }

    @Test
    void doctorOfALaterVersionIsNotNamed() {
        Recipient patient = Examples.patient("Ana", "en", "Europe/Berlin");
        Visit elsewhere = new Visit(facts().appointmentId(), 2, "booked",
                UUID.randomUUID(), "Dr. Other", UUID.randomUUID(), "Elsewhere", null);

        MailContent mail = layout.render(
                letters.letter(MessageKind.VISIT_BOOKED, patient, Language.EN, facts(), elsewhere), Optional.empty());

        assertThat(mail.text()).doesNotContain("Dr. Other", "Elsewhere");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhereTheDoctorIsAnother(Language language) {
        Recipient patient = Examples.patient("Ana", language.code(), "Europe/Berlin");
        VisitFacts sameDoctor = Examples.facts("appointment.rescheduled");
        VisitFacts otherDoctor = VisitFacts.from(Examples.event("appointment.rescheduled").payload().copy()
                .put("version", 2).put("occurredAt", sameDoctor.occurredAt())
                .put("previousDoctorId", UUID.randomUUID().toString()).put("previousTimeZone", "America/New_York"));

        Words words = Words.in(language);
        String other = words.say("visit_rescheduled.otherDoctor.text");
        String heading = words.say("visit_rescheduled.otherDoctor.heading");
        assertThat(moved(language, patient, sameDoctor).text()).doesNotContain(other);
        MailContent mail = moved(language, patient, otherDoctor);
        assertThat(mail.text()).contains(other, new Moments(language)
                .moment(otherDoctor.earlier().orElseThrow().start(), ZoneId.of("America/New_York")));
        assertThat(mail.html()).contains(heading);
        assertThat(mail.subject()).isEqualTo(words.say("visit_rescheduled.otherDoctor.subject", Map.of(
                "date", new Moments(language).date(otherDoctor.start(), otherDoctor.zone()),
                "clock", new Moments(language).clock(otherDoctor.start(), otherDoctor.zone()))));
    }

    private MailContent moved(Language language, Recipient patient, VisitFacts facts) {
        return layout.render(letters.letter(MessageKind.VISIT_RESCHEDULED, patient, language, facts,
                Examples.visit("Dr. Ana", "Berlin")), Optional.empty());
    }

    private MailContent booked(Language language, Recipient patient, String doctor) {
        return layout.render(letters.letter(MessageKind.VISIT_BOOKED, patient, language, facts(),
                Examples.visit(doctor, doctor)), Optional.empty());
    }

    private static VisitFacts facts() {
        return Examples.facts("appointment.booked");
    }

    private static int elements(String html) {
        return (int) html.chars().filter(c -> c == '<').count();
    }
}
