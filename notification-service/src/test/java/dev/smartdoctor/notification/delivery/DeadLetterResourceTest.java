package dev.smartdoctor.notification.delivery;

import static dev.smartdoctor.notification.Mailroom.mailsTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

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
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class DeadLetterResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    GreenMail mailbox;
    SmtpFrontDoor door;
    @Inject
    Mailroom room;

    @AfterEach
    void openTheDoor() {
        door.reset();
    }

    @Test
    void eventThatFailsFiveTimesIsADeadLetterAndItsReplayMails() {
        UUID patient = room.account("Ana", "en", "UTC");
        DomainEvent broken = Examples.about("appointment.booked", patient, room.visit("Dr. A", 1, "booked"),
                Map.of("timeZone", "Mars/Olympus"));

        room.publish("appointment.events", broken);

        await().atMost(PATIENCE).untilAsserted(() -> asAdmin().get("/api/admin/dead-letters?pageSize=100").then()
                .statusCode(200).body("items.id", hasItem(broken.id().toString())));
        asAdmin().post("/api/admin/dead-letters/" + broken.id() + "/replay").then().statusCode(500);
        room.change("update dead_letter set payload = replace(payload, 'Mars/Olympus', 'Europe/Berlin') where id = $1",
                broken.id());
        asAdmin().post("/api/admin/dead-letters/" + broken.id() + "/replay").then().statusCode(204);
        await().atMost(PATIENCE).until(() -> mailsTo(mailbox, patient).size() == 1);
        asAdmin().post("/api/admin/dead-letters/" + broken.id() + "/replay").then().statusCode(404);
        assertThat(room.states(patient)).hasSize(1);
    }

    @Test
    void refusedMailIsADeadLetterAndItsReplaySends() {
        UUID patient = room.account("Ana", "en", "UTC");
        door.answer("RCPT", "550 unknown");
        room.publish("appointment.events",
                Examples.about("appointment.booked", patient, room.visit("Dr. A", 1, "booked"), Map.of()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(patient)).containsExactly("dead"));
        String delivery = room.column("select id from delivery where account_id = $1", patient).get(0);
        asAdmin().get("/api/admin/dead-letters?pageSize=100").then()
                .body("items.find { it.id == '" + delivery + "' }.stream", equalTo("delivery"))
                .body("items.find { it.id == '" + delivery + "' }.diedAt", notNullValue());

        asAdmin().post("/api/admin/dead-letters/" + delivery + "/replay").then().statusCode(204);

        await().atMost(PATIENCE).until(() -> mailsTo(mailbox, patient).size() == 1);
    }

    @Test
    void deliveriesAreListedByState() {
        UUID patient = room.account("Ana", "en", "UTC");
        room.publish("appointment.events",
                Examples.about("appointment.booked", patient, room.visit("Dr. A", 1, "booked"), Map.of()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.states(patient)).containsExactly("sent"));

        asAdmin().get("/api/admin/deliveries?state=sent&pageSize=100").then().statusCode(200)
                .body("items.state", everyItem(equalTo("sent"))).body("items.accountId", hasItem(patient.toString()));
        asAdmin().get("/api/admin/deliveries").then().statusCode(200);
        for (String state : List.of("lost", "")) {
            asAdmin().get("/api/admin/deliveries?state=" + state).then().statusCode(422).body("errors[0].field",
                    equalTo("state"));
        }
    }

    @ParameterizedTest
    @CsvSource({ "GET, /api/admin/dead-letters", "GET, /api/admin/deliveries",
            "POST, /api/admin/dead-letters/3f2c9a7e-5b1d-4e8f-9a6b-7c8d9e0f1a2b/replay" })
    void onlyAdministratorsMayLook(String method, String path) {
        given().request(method, path).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        for (String role : new String[]{ "patient", "doctor", "receptionist" }) {
            given().auth().oauth2(TestTokens.user(UUID.randomUUID(), role)).request(method, path).then().statusCode(403)
                    .body("code", equalTo("FORBIDDEN"));
        }
        given().auth().oauth2(TestTokens.service("notification-service")).request(method, path).then().statusCode(403);
        asAdmin().request(method, path).then().statusCode(method.equals("GET") ? 200 : 404);
    }

    @Test
    void malformedIdNamesNothing() {
        asAdmin().post("/api/admin/dead-letters/not-an-id/replay").then().statusCode(404);
    }

    private static RequestSpecification asAdmin() {
        return given().auth().oauth2(TestTokens.user(UUID.randomUUID(), "admin"));
    }
}
