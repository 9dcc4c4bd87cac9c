package dev.smartdoctor.notification.planning;

import static dev.smartdoctor.notification.Mailroom.mailsTo;
import static dev.smartdoctor.notification.Mailroom.parts;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class ReminderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    GreenMail mailbox;
    @Inject
    Mailroom room;
    @Inject
    ReminderHandover handover;

    @Test
    void dueReminderIsMailedOnceWithoutCalendar() throws Exception {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = room.visit("Dr. A", 1, "booked");
        planned(patient, visit);

        makeDue(visit, 120);
        handOver();
        makeDue(visit, 120);
        handOver();

        MimeMessage mail = mailed(patient, "Reminder");
        assertThat(parts(mail)).hasSize(2);
        assertThat(room.column("select state from delivery where account_id = $1 and kind = 'visit_reminder'", patient))
                .hasSize(1);
    }

    @Test
    void voidReminderIsNeverHandedOver() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = room.visit("Dr. A", 1, "booked");
        planned(patient, visit);
        room.change("update reminder set state = 'void' where appointment_id = $1", visit);
        makeDue(visit, 120);
        handOver();
        assertThat(reminderState(patient)).isEmpty();
    }

    /** As after a restore to the moment between the two. */
    @Test
    void reminderWhoseDeliveryIsThereAlreadyIsNotHandedOverAgain() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = room.visit("Dr. A", 1, "booked");
        planned(patient, visit);
        makeDue(visit, 120);
        handOver();
        mailed(patient, "Reminder");
        room.change("update reminder set state = 'planned' where appointment_id = $1 and offset_minutes = 120", visit);
        handOver();
        assertThat(room.column("select state from reminder where appointment_id = $1 and offset_minutes = 120", visit))
                .containsExactly("handed");
        assertThat(room.column("select id from delivery where account_id = $1 and kind = 'visit_reminder'", patient))
                .hasSize(1);
    }

    @Test
    void movedVisitVoidsTheRemindersOfItsFormerTime() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = room.visit("Dr. A", 2, "booked");
        planned(patient, visit);

        room.publish("appointment.events", event("appointment.rescheduled", patient, visit));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.column(
                "select version || state from reminder where appointment_id = $1 order by version, offset_minutes",
                visit))
                .containsExactly("1void", "1void", "2planned", "2planned"));
    }

    @Test
    void reminderOfAVisitThatChangedMeanwhileIsNotSent() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = room.visit("Dr. A", 1, "booked");
        planned(patient, visit);
        room.visit(visit, "Dr. A", 2, "cancelled");

        makeDue(visit, 120);
        handOver();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reminderState(patient)).isEqualTo("void"));
    }

    @Test
    void switchedOffRemindersAreNotSentAndBookingsStillAre() {
        UUID patient = room.account("Ana", "en", "UTC");
        preferences(patient, "{\"emailReminders\":false}");
        UUID visit = room.visit("Dr. A", 1, "booked");
        planned(patient, visit);

        makeDue(visit, 120);
        handOver();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reminderState(patient)).isEqualTo("void"));
        mailed(patient, "Your visit");
    }

    @Test
    void quietHoursPostponeAReminder() {
        UUID patient = room.account("Ana", "en", "UTC");
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        preferences(patient, "{\"emailReminders\":true,\"quietHours\":{\"from\":\"" + now.minusHours(1) + "\",\"to\":\""
                + now.plusHours(1) + "\"}}");
        UUID visit = room.visit("Dr. A", 1, "booked");
        planned(patient, visit);

        makeDue(visit, 120);
        handOver();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.column("""
                select id from delivery where account_id = $1 and kind = 'visit_reminder' and state = 'due'
                and next_attempt_at > now() + interval '50 minutes'""", patient)).hasSize(1));
    }

    @Test
    void lateBookingHasNoRemindersOfThePast() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = room.visit("Dr. A", 1, "booked");
        String soon = Instant.now().plus(Duration.ofMinutes(90)).atOffset(ZoneOffset.UTC).toString();

        room.publish("appointment.events",
                Examples.about("appointment.booked", patient, visit, Map.of("start", soon, "end", soon)));

        mailed(patient, "Your visit");
        assertThat(room.column("select id from reminder where appointment_id = $1", visit)).isEmpty();
    }

    private void planned(UUID patient, UUID visit) {
        room.publish("appointment.events", event("appointment.booked", patient, visit));
        await().atMost(PATIENCE).until(
                () -> room.column("select id from reminder where appointment_id = $1", visit).size() == 2);
    }

    private static DomainEvent event(String type, UUID patient, UUID visit) {
        Instant start = Instant.now().plus(Duration.ofDays(3));
        return Examples.about(type, patient, visit, Map.of("start", start.atOffset(ZoneOffset.UTC).toString(),
                "end", start.plus(Duration.ofMinutes(30)).atOffset(ZoneOffset.UTC).toString()));
    }

    private void makeDue(UUID visit, int offsetMinutes) {
        room.change("update reminder set remind_at = now() where appointment_id = $1 and offset_minutes = $2", visit,
                offsetMinutes);
    }

    private void handOver() {
        handover.handOverDue().await().atMost(PATIENCE);
    }

    private String reminderState(UUID patient) {
        return String.join(",",
                room.column("select state from delivery where account_id = $1 and kind = 'visit_reminder'", patient));
    }

    private MimeMessage mailed(UUID patient, String subject) {
        return await().atMost(PATIENCE).until(() -> {
            for (MimeMessage mail : mailsTo(mailbox, patient)) {
                if (mail.getSubject().startsWith(subject)) {
                    return mail;
                }
            }
            return null;
        }, mail -> mail != null);
    }

    private static void preferences(UUID account, String json) {
        given().auth().oauth2(TestTokens.user(account, "patient")).contentType("application/json").body(json)
                .put("/api/notifications/preferences").then().statusCode(200);
    }
}
