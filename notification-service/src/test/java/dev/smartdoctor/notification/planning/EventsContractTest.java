package dev.smartdoctor.notification.planning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.ExampleStream;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;

/** What this service makes of each event of the two streams that it hears, as the examples show them. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class EventsContractTest {
    @Inject
    Mailroom room;
    @Inject
    Redis redis;

    private final UUID account = UUID.randomUUID();
    private final UUID doctor = UUID.randomUUID();
    private final UUID visit = UUID.randomUUID();

    /** The kinds of mails and of items in the inbox, in the order of their names. */
    private record Messages(List<String> mails, List<String> items) {}

    static List<String> accountTypes() {
        return ExampleEvents.types("auth.events");
    }

    static List<String> visitTypes() {
        return ExampleEvents.types("appointment.events");
    }

    @ParameterizedTest
    @MethodSource("accountTypes")
    void understandsOrPassesOverWhatHappensToAnAccount(String type) {
        hear("auth.events", type);

        assertThat(room.column("select epoch from recipient where account_id = $1", account)).as("what is kept")
                .isEqualTo(switch (type) {
                    case "account.updated" -> List.of("1");
                    case "account.erased" -> List.of();
                    default -> List.of("0");
                });
    }

    @ParameterizedTest
    @MethodSource("visitTypes")
    void understandsWhatHappensToAVisit(String type) {
        hear("appointment.events", type);
    }

    private void hear(String stream, String type) {
        room.account(account, "Ana", "en", "Europe/Berlin");
        room.visit(visit, "Dr. A", 1, "booked");
        room.change("insert into recipient (account_id) values ($1)", account);
        Map<String, String> event = ExampleEvents.about(type, Map.of("accountId", account, "patientAccountId", account,
                "doctorAccountId", doctor, "appointmentId", visit, "sessionId", UUID.randomUUID()));
        ExampleStream entries = new ExampleStream(redis, stream);

        entries.publish(event);
        entries.awaitDoneBy("notification-service");

        UUID id = UUID.fromString(event.get("id"));
        assertThat(new Messages(room.column("select kind from delivery where event_id = $1 order by kind", id),
                room.column("select kind from inbox_item where event_id = $1 order by kind", id)))
                .isEqualTo(expected(type));
        assertThat(room.column("select 1 from inbox_failure where event_id = $1", id)).isEmpty();
        assertThat(room.column("select 1 from dead_letter where id = $1", id)).isEmpty();
    }

    private static Messages expected(String type) {
        return switch (type) {
            case "account.verification_requested" -> mail("verify_email");
            case "account.registration_repeated" -> mail("registration_repeated");
            case "account.password_reset_requested" -> mail("password_reset");
            case "account.password_changed" -> both("password_changed");
            case "session.started" -> both("new_device");
            case "session.reuse_detected" -> both("session_reuse");
            case "appointment.booked" -> withStaff("visit_booked");
            case "appointment.rescheduled" -> withStaff("visit_rescheduled");
            case "appointment.cancelled" -> withStaff("visit_cancelled");
            case "appointment.confirmed" -> item("visit_confirmed");
            case "appointment.checked_in" -> item("staff_patient_arrived");
            case "appointment.no_show" -> item("visit_missed");
            case "waitlist.offered" -> item("waitlist_offered");
            case "account.registered", "account.verified", "account.updated", "account.status_changed",
                    "account.erased", "session.revoked", "appointment.completed" ->
                new Messages(List.of(), List.of());
            default -> throw new AssertionError("Nobody has said what is made of " + type);
        };
    }

    private static Messages mail(String kind) {
        return new Messages(List.of(kind), List.of());
    }

    private static Messages item(String kind) {
        return new Messages(List.of(), List.of(kind));
    }

    private static Messages both(String kind) {
        return new Messages(List.of(kind), List.of(kind));
    }

    /** To the patient by mail and inbox, to the doctor and to the reception by inbox. */
    private static Messages withStaff(String kind) {
        return new Messages(List.of(kind), List.of("staff_" + kind, "staff_" + kind, kind));
    }

    @Test
    void lastsNoLongerThanTheSession() {
        UUID session = UUID.randomUUID();
        String token = TestTokens.builder().sessionId(session.toString()).build();
        given().auth().oauth2(token).get("/api/notifications").then().statusCode(200);

        new ExampleStream(redis, "auth.events")
                .publish(ExampleEvents.about("session.revoked", Map.of("sessionId", session)));

        await().atMost(Duration.ofSeconds(2))
                .until(() -> given().auth().oauth2(token).get("/api/notifications").statusCode() == 401);
    }
}
