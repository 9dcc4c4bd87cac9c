package dev.smartdoctor.notification.delivery;

import static dev.smartdoctor.notification.Mailroom.mailsTo;
import static dev.smartdoctor.notification.Mailroom.parts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.icegreen.greenmail.util.GreenMail;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.notification.SmtpFrontDoor;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class MailDeliveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    GreenMail mailbox;
    SmtpFrontDoor door;
    @Inject
    Mailroom room;

    @AfterEach
    void openTheDoor() {
        door.reset();
    }

    @Test
    void bookedVisitArrivesWithTextHtmlAndCalendar() throws Exception {
        UUID patient = room.account("José Álvarez", "en", "America/New_York");
        UUID visit = room.visit("Dr. Ana Müller", 1, "booked");

        publish("appointment.booked", patient, visit);

        MimeMessage mail = onlyMailTo(patient);
        assertThat(mail.getSubject()).isEqualTo("Your visit on 12 May 2026, 10:30");
        assertThat(mail.getFrom()[0]).hasToString("Smart Doctor <no-reply@clinic.example>");
        assertThat(parts(mail)).extracting(Map.Entry::getKey).satisfiesExactly(
                text -> assertThat(text).startsWith("text/plain"), html -> assertThat(html).startsWith("text/html"),
                calendar -> assertThat(calendar).startsWith("text/calendar").contains("method=REQUEST"));
        assertThat(parts(mail)).extracting(Map.Entry::getValue).allSatisfy(
                part -> assertThat(part).contains("Dr. Ana Müller").doesNotContainIgnoringCase("psychiatry"));
        assertThat(parts(mail).get(0).getValue()).contains("10:30–11:00 (Central European Summer Time, Europe/Berlin)",
                "04:30–05:00 (Eastern Daylight Time, America/New_York)", "José Álvarez",
                "https://clinic.example/visits/" + visit);
        assertThat(parts(mail).get(2).getValue()).contains("UID:" + visit + "@smart-doctor", "SEQUENCE:1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(patient)).containsExactly("sent"));
    }

    /** Two moves in a moment: each mail names the doctor and the place of its own move. */
    @Test
    void mailOfAVisitThatHasMovedOnNamesItsOwnDoctorAndPlace() throws Exception {
        UUID patient = room.account("Ana", "en", "Europe/Berlin");
        UUID doctor = room.doctor("Dr. Back Then");
        UUID location = room.location("Old House", "Alte Straße 1");
        UUID visit = room.visit("Dr. Now", 3, "booked");

        room.publish("appointment.events", Examples.about("appointment.booked", patient, visit,
                Map.of("doctorId", doctor.toString(), "locationId", location.toString())));

        MimeMessage mail = onlyMailTo(patient);
        assertThat(parts(mail)).extracting(Map.Entry::getValue).allSatisfy(
                part -> assertThat(part.replace("\r\n ", "")).contains("Dr. Back Then", "Old House", "Alte Straße 1")
                        .doesNotContain("Dr. Now", "Clinic Mitte"));
    }

    @Test
    void nameThatCannotBeReadYetIsWaitedFor() {
        UUID patient = room.account("Ana", "en", "Europe/Berlin");
        UUID doctor = UUID.randomUUID();
        AuthStandIn.stub("/internal/doctors/" + doctor, 503, "{}");

        room.publish("appointment.events", Examples.about("appointment.booked", patient,
                room.visit("Dr. Now", 3, "booked"), Map.of("doctorId", doctor.toString())));
        await().atMost(PATIENCE).until(() -> !room.column(
                "select id from delivery where account_id = $1 and last_error like 'not written%'", patient).isEmpty());
        room.doctor(doctor, "Dr. Back Then");

        onlyMailTo(patient);
    }

    @Test
    void eventDeliveredTwiceIsMailedOnce() {
        UUID patient = room.account("Ana", "en", "Europe/Berlin");
        DomainEvent event = Examples.about("appointment.booked", patient, room.visit("Dr. A", 1, "booked"),
                Map.of());

        room.publish("appointment.events", event);
        onlyMailTo(patient);
        room.publish("appointment.events", event);
        UUID other = room.account("Later", "en", "Europe/Berlin");
        publish("appointment.booked", other, room.visit("Dr. A", 1, "booked"));

        onlyMailTo(other);
        assertThat(mailsTo(mailbox, patient)).hasSize(1);
    }

    @Test
    void verificationCarriesItsToken() throws Exception {
        UUID account = room.account("Ana", "en", "Europe/Berlin");
        UUID verification = token("verifications", account, "abc+/=&x");

        room.publish("auth.events", Examples.about("account.verification_requested", account, account,
                Map.of("verificationId", verification.toString())));

        MimeMessage mail = onlyMailTo(account);
        assertThat(mail.getSubject()).contains("Verify");
        assertThat(parts(mail)).hasSize(2);
        assertThat(parts(mail).get(0).getValue())
                .contains("https://clinic.example/verify-email?token=abc%2B%2F%3D%26x");
    }

    @ParameterizedTest
    @CsvSource({
            "account.registration_repeated, /sign-in", "account.password_changed, /forgot-password",
            "session.started, /settings", "session.reuse_detected, /settings" })
    void accountMailsCarryNeitherTokenNorCalendar(String type, String link) throws Exception {
        UUID account = room.account("Ana", "es", "Europe/Madrid");

        room.publish("auth.events", Examples.about(type, account, account, Map.of()));

        MimeMessage mail = onlyMailTo(account);
        assertThat(parts(mail)).hasSize(2);
        assertThat(parts(mail).get(0).getValue()).contains("https://clinic.example" + link).doesNotContain("token=");
        assertThat(mail.getHeader("Content-Language")[0]).isEqualTo("es");
    }

    @Test
    void linkNoLongerOpenIsNotMailed() {
        UUID account = room.account("Ana", "en", "Europe/Berlin");

        room.publish("auth.events",
                Examples.about("account.password_reset_requested", account, account, Map.of()));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(account)).containsExactly("void"));
        assertThat(mailsTo(mailbox, account)).isEmpty();
    }

    @Test
    void mailServerDownThenUpMailsEachOnce() throws Exception {
        List<UUID> patients = List.of(room.account("A", "en", "UTC"), room.account("B", "hi", "UTC"),
                room.account("C", "ar", "UTC"));
        door.shut();

        patients.forEach(patient -> publish("appointment.booked", patient, room.visit("Dr. A", 1, "booked")));
        await().atMost(PATIENCE).until(() -> !room.column(
                "select id from delivery where account_id = $1 and last_error like 'mail server not reached%'",
                patients.get(0)).isEmpty());
        door.reopen();

        for (UUID patient : patients) {
            String delivery = room.column("select id from delivery where account_id = $1", patient).get(0);
            assertThat(onlyMailTo(patient).getMessageID()).as("that of the first try").isEqualTo(
                    "<" + delivery + "@smart-doctor>");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(patient)).containsExactly("sent"));
            assertThat(mailsTo(mailbox, patient)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({ "MAIL, 451 later", "RCPT, 450 greylisted", "., 452 full" })
    void refusedForNowIsTriedAgain(String command, String reply) {
        UUID patient = room.account("Ana", "en", "UTC");
        door.answer(command, reply);

        publish("appointment.booked", patient, room.visit("Dr. A", 1, "booked"));

        onlyMailTo(patient);
        assertThat(room.column("select attempts from delivery where account_id = $1", patient)).containsExactly("2");
    }

    @ParameterizedTest
    @CsvSource({ "RCPT, 550 no such user alice@example.org", "., 554 refused" })
    void refusedForGoodIsDead(String command, String reply) {
        UUID patient = room.account("Ana", "en", "UTC");
        door.answer(command, reply);

        publish("appointment.booked", patient, room.visit("Dr. A", 1, "booked"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(patient)).containsExactly("dead"));
        assertThat(mailsTo(mailbox, patient)).isEmpty();
        assertThat(room.column("select last_error from delivery where account_id = $1", patient).get(0))
                .startsWith("SMTP 55").doesNotContain("alice");
    }

    /** What ADR "mails at least once" accepts: a second copy, recognisable by its Message-ID, rather than none. */
    @Test
    void lostAnswerToTheFinalDotIsSentAgainUnderTheSameMessageId() throws Exception {
        UUID patient = room.account("Ana", "en", "UTC");
        door.loseAnswersToFinalDot(1);

        publish("appointment.booked", patient, room.visit("Dr. A", 1, "booked"));

        await().atMost(PATIENCE).until(() -> mailsTo(mailbox, patient).size() == 2);
        List<MimeMessage> copies = mailsTo(mailbox, patient);
        assertThat(copies.get(0).getMessageID()).isEqualTo(copies.get(1).getMessageID());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(patient)).containsExactly("sent"));
    }

    @Test
    void mailOfAProcessThatDiedInTheDialogueIsTakenUpAgain() throws Exception {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID delivery = UUID.randomUUID();

        room.change("""
                insert into delivery (id, event_id, account_id, channel, kind, state, facts, attempts, next_attempt_at,
                    leased_until, leased_by, created_at)
                values ($1, $1, $2, 'email', 'password_changed', 'sending', $3, 1, now(), now() - interval '1 second', $1,
                    now())""", delivery, patient, new JsonObject().put("occurredAt", "2026-05-04T08:15:30Z"));

        assertThat(onlyMailTo(patient).getMessageID()).isEqualTo("<" + delivery + "@smart-doctor>");
    }

    @Test
    void outcomeOutlastsADatabaseThatIsAway() {
        UUID patient = room.account("Ana", "en", "UTC");
        String away = "away_" + patient.toString().replace('-', '_');
        room.change("create function " + away
                + "() returns trigger language plpgsql as $$ begin raise exception 'away'; end $$");
        room.change("create trigger " + away + " before update on delivery for each row when (new.state = 'sent'"
                + " and new.account_id = '" + patient + "') execute function " + away + "()");

        publish("appointment.booked", patient, room.visit("Dr. A", 1, "booked"));
        onlyMailTo(patient);
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).untilAsserted(
                () -> assertThat(room.states(patient)).containsExactly("sending"));
        room.change("drop function " + away + " cascade");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(patient)).containsExactly("sent"));
        onlyMailTo(patient);
    }

    @Test
    void waitsWhileAppointmentServiceIsAway() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = UUID.randomUUID();
        AuthStandIn.stub("/internal/appointments/" + visit, 503, "{}");

        publish("appointment.booked", patient, visit);
        await().atMost(PATIENCE).until(() -> !room.column(
                "select id from delivery where account_id = $1 and last_error like 'not written%'", patient).isEmpty());
        room.visit(visit, "Dr. A", 1, "booked");

        onlyMailTo(patient);
    }

    @Test
    void waitsWhileAuthServiceIsAway() {
        UUID patient = UUID.randomUUID();
        AuthStandIn.stub("/internal/accounts/" + patient, 500, "{}");

        publish("appointment.booked", patient, room.visit("Dr. A", 1, "booked"));
        await().atMost(PATIENCE).until(() -> !room.column(
                "select id from delivery where account_id = $1 and last_error like 'not written%'", patient).isEmpty());
        room.account(patient, "Ana", "en", "UTC");

        onlyMailTo(patient);
    }

    @Test
    void changedAccountIsReadAgain() throws Exception {
        UUID patient = room.account("Ana", "en", "UTC");
        publish("appointment.booked", patient, room.visit("Dr. A", 1, "booked"));
        onlyMailTo(patient);
        room.account(patient, "Ana", "es", "UTC");

        room.publish("auth.events", Examples.about("account.updated", patient, patient, Map.of()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                room.column("select fresh from recipient where account_id = $1", patient)).containsExactly("false"));
        publish("appointment.cancelled", patient, room.visit("Dr. A", 3, "cancelled"));

        await().atMost(PATIENCE).until(() -> mailsTo(mailbox, patient).size() == 2);
        assertThat(mailsTo(mailbox, patient)).anySatisfy(mail -> assertThat(mail.getSubject()).contains("anulado"));
    }

    @Test
    void erasedAccountLeavesNothingToSend() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = UUID.randomUUID();
        AuthStandIn.stub("/internal/appointments/" + visit, 503, "{}");
        publish("appointment.booked", patient, visit);
        await().atMost(PATIENCE).until(() -> !room.states(patient).isEmpty());

        room.publish("auth.events", Examples.about("account.erased", patient, patient, Map.of()));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(patient)).containsExactly("void"));
        assertThat(room.column("select id from inbox_item where account_id = $1", patient)).isEmpty();
    }

    private void publish(String type, UUID patient, UUID visit) {
        room.publish("appointment.events", Examples.about(type, patient, visit, Map.of()));
    }

    private UUID token(String kind, UUID account, String token) {
        UUID id = UUID.randomUUID();
        AuthStandIn.stub("/internal/" + kind + "/" + id, 200, "{\"accountId\":\"" + account + "\",\"token\":\"" + token
                + "\",\"expiresAt\":\"2999-01-01T00:00:00Z\"}");
        return id;
    }

    private MimeMessage onlyMailTo(UUID account) {
        await().atMost(PATIENCE).until(() -> !mailsTo(mailbox, account).isEmpty());
        assertThat(mailsTo(mailbox, account)).hasSize(1);
        return mailsTo(mailbox, account).get(0);
    }
}
