package dev.smartdoctor.notification.inbox;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class InboxResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Mailroom room;

    @Test
    void showsWhatHappenedInTheReadersLanguage() {
        UUID patient = room.account("Ana", "es", "Europe/Madrid");
        UUID visit = room.visit("Dr. A", 1, "booked");

        booked(patient, UUID.randomUUID(), visit);

        as(patient, "patient").get("/api/notifications").then().statusCode(200)
                .body("total", equalTo(1)).body("page", equalTo(0)).body("pageSize", equalTo(20))
                .body("items[0].kind", equalTo("visit_booked")).body("items[0].title", equalTo("Cita reservada"))
                .body("items[0].text", equalTo("Su cita del martes, 12 de mayo de 2026, 10:30"
                        + " (hora de verano de Europa central) está reservada."))
                .body("items[0].appointmentId", equalTo(visit.toString())).body("items[0].readAt", nullValue())
                .body("items[0].createdAt", notNullValue());
    }

    @Test
    void languageChosenForMessagesComesFirst() {
        UUID patient = room.account("Ana", "es", "Europe/Madrid");
        booked(patient, UUID.randomUUID(), room.visit("Dr. A", 1, "booked"));

        as(patient, "patient").contentType("application/json").body("{\"emailReminders\":true,\"locale\":\"hi\"}")
                .put("/api/notifications/preferences").then().statusCode(200);

        as(patient, "patient").get("/api/notifications").then().body("items[0].title", equalTo("मुलाक़ात बुक हुई"));
    }

    @Test
    void readOnceForMeAndStillUnreadForColleagues() {
        UUID doctor = room.account("Dr. A", "en", "Europe/Berlin");
        UUID visit = room.visit("Dr. A", 1, "booked");
        booked(room.account("Ana", "en", "UTC"), doctor, visit);
        String item = room
                .column("select id from inbox_item where appointment_id = $1 and role = 'receptionist'", visit).get(0);
        UUID one = room.account("R1", "en", "UTC");
        UUID other = room.account("R2", "en", "UTC");

        as(one, "receptionist").post("/api/notifications/" + item + "/read").then().statusCode(204);
        as(one, "receptionist").post("/api/notifications/" + item + "/read").then().statusCode(204);

        as(one, "receptionist").get("/api/notifications?pageSize=100").then()
                .body("items.find { it.id == '" + item + "' }.readAt", notNullValue());
        as(one, "receptionist").get("/api/notifications?pageSize=100&unread=true").then()
                .body("items.findAll { it.id == '" + item + "' }", empty());
        as(other, "receptionist").get("/api/notifications?pageSize=100").then()
                .body("items.find { it.id == '" + item + "' }.readAt", nullValue());
        as(doctor, "doctor").get("/api/notifications").then().body("items.kind",
                equalTo(List.of("staff_visit_booked")));
    }

    @Test
    void refusesWhatIsNeitherTrueNorFalse() {
        for (String unread : List.of("maybe", "")) {
            as(room.account("Ana", "en", "UTC"), "patient").get("/api/notifications?unread=" + unread).then()
                    .statusCode(422).body("errors[0].field", equalTo("unread"));
        }
    }

    @Test
    void othersItemsAreNotThere() {
        UUID patient = room.account("Ana", "en", "UTC");
        booked(patient, UUID.randomUUID(), room.visit("Dr. A", 1, "booked"));
        String item = room.column("select id from inbox_item where account_id = $1", patient).get(0);
        UUID stranger = room.account("Eve", "en", "UTC");

        as(stranger, "patient").post("/api/notifications/" + item + "/read").then().statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        as(stranger, "patient").get("/api/notifications").then().body("total", equalTo(0));
        as(stranger, "patient").post("/api/notifications/" + UUID.randomUUID() + "/read").then().statusCode(404);
        as(stranger, "admin", "doctor").get("/api/notifications").then().body("total", equalTo(0));
    }

    @Test
    void everyKindHasWordsInTheInbox() {
        UUID patient = room.account("Ana", "ar", "Asia/Dubai");
        UUID visit = room.visit("Dr. A", 1, "booked");
        for (String type : List.of("appointment.booked", "appointment.rescheduled", "appointment.cancelled",
                "appointment.confirmed", "appointment.no_show", "appointment.checked_in", "waitlist.offered")) {
            room.publish("appointment.events", Examples.about(type, patient, visit,
                    Map.of("doctorAccountId", patient.toString())));
        }
        for (String type : List.of("account.password_changed", "session.started", "session.reuse_detected")) {
            room.publish("auth.events", Examples.about(type, patient, patient, Map.of()));
        }
        await().atMost(PATIENCE).untilAsserted(() -> as(patient, "patient", "receptionist")
                .get("/api/notifications?pageSize=100").then().statusCode(200));
        await().atMost(PATIENCE).until(
                () -> room.column("select id from inbox_item where account_id = $1", patient).size() == 13);
    }

    @Test
    void needsASignIn() {
        given().get("/api/notifications").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().post("/api/notifications/" + UUID.randomUUID() + "/read").then().statusCode(401);
    }

    @Test
    void refusesBadPages() {
        as(UUID.randomUUID(), "patient").get("/api/notifications?pageSize=101").then().statusCode(422);
        as(UUID.randomUUID(), "patient").get("/api/notifications?page=-1").then().statusCode(422);
    }

    private void booked(UUID patient, UUID doctor, UUID visit) {
        room.publish("appointment.events", Examples.about("appointment.booked", patient, visit,
                Map.of("doctorAccountId", doctor.toString())));
        await().atMost(PATIENCE).until(
                () -> room.column("select id from inbox_item where appointment_id = $1", visit).size() == 3);
    }

    private static RequestSpecification as(UUID account, String... roles) {
        return given().auth().oauth2(TestTokens.user(account, roles));
    }
}
