package dev.smartdoctor.appointment.booking;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.admin;
import static dev.smartdoctor.appointment.testing.Clinic.as;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Clinic;
import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class BookingResourceTest {

    @Inject
    Database database;

    @Test
    void booksWhatIsOfferedAndTellsOfIt() {
        UUID doctor = doctor();
        UUID patient = account("María José");
        String start = starts(doctor).get(0);
        JsonPath visit = book(patient(patient), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", start, "reason", "Chest feels tight")).then().statusCode(201)
                .header("ETag", "\"1\"").header("Location", notNullValue()).body("status", equalTo("booked"))
                .body("version", equalTo(1)).body("patient.name", equalTo("María José")).body("start", equalTo(start))
                .body("timeZone", equalTo("Europe/Berlin")).body("visitType", equalTo("consultation"))
                .body("reason", equalTo("Chest feels tight")).body("doctor.specialty", equalTo("cardiology"))
                .body("allowedActions", containsInAnyOrder("cancel", "reschedule")).extract().jsonPath();
        assertThat(starts(doctor)).doesNotContain(start);
        patient(patient).get("/api/appointments/" + visit.getString("id")).then().statusCode(200)
                .body("id", equalTo(visit.getString("id"))).header("ETag", "\"1\"");

        JsonObject event = new JsonObject(database.rows("""
                select payload::text as payload from outbox where aggregate_id = $1 and type = 'appointment.booked'""",
                UUID.fromString(visit.getString("id"))).get(0).getString("payload"));
        assertThat(event.fieldNames()).containsExactlyInAnyOrder("appointmentId", "patientId", "patientAccountId",
                "doctorId", "doctorAccountId", "locationId", "start", "end", "timeZone", "visitType", "status");
        assertThat(event.getString("start")).isEqualTo(start);
    }

    @Test
    void storesNoClinicalTextInTheClear() {
        UUID doctor = doctor();
        UUID id = UUID.fromString(book(patient(account("Ann Secret")), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts(doctor).get(0), "reason", "unmistakable complaint",
                        "summary",
                        "unmistakable summary"))
                .then().statusCode(201).body("summary", equalTo("unmistakable summary")).extract().path("id"));
        String row = database.rows("select row_to_json(a)::text as row, encode(reason, 'escape') as reason,"
                + " encode(summary, 'escape') as summary from appointment a where id = $1", id).get(0).deepToString();
        assertThat(row).doesNotContain("unmistakable");
    }

    @Test
    void refusesATakenSlotWithTheThreeNext() {
        UUID doctor = doctor();
        List<String> starts = starts(doctor);
        book(patient(account("First Comer")), doctor, starts.get(1)).then().statusCode(201);
        List<String> alternatives = book(patient(account("Second Comer")), doctor, starts.get(1)).then()
                .statusCode(409).contentType("application/problem+json").body("code", equalTo("SLOT_TAKEN")).extract()
                .jsonPath().getList("alternatives.start");
        assertThat(alternatives).containsExactly(starts.get(2), starts.get(3), starts.get(4));
    }

    @Test
    void refusesASecondVisitOfThePatientAtThatTime() {
        UUID one = doctor();
        UUID other = doctor();
        UUID patient = account("Busy Bee");
        String start = starts(one).get(0);
        book(patient(patient), one, start).then().statusCode(201);
        book(patient(patient), other, start).then().statusCode(409).body("code", equalTo("PATIENT_BUSY"));
    }

    @Test
    void refusesWhatIsNotOffered() {
        UUID doctor = doctor();
        UUID patient = account("Early Bird");
        for (String start : List.of("2020-01-01T10:00:00+01:00", "2999-01-01T10:00:00+01:00", "-5000-01-01T10:00:00Z",
                starts(doctor).get(0).replace(":00:00+", ":07:00+").replace(":30:00+", ":37:00+"))) {
            book(patient(patient), doctor, start).then().statusCode(422).body("code", equalTo("SLOT_NOT_OFFERED"));
        }
    }

    @Test
    void refusesMoreOpenVisitsThanTheLimit() {
        UUID doctor = doctor();
        UUID patient = account("Often Ill");
        List<String> starts = starts(doctor);
        for (int index = 0; index < 10; index++) {
            book(patient(patient), doctor, starts.get(index)).then().statusCode(201);
        }
        book(patient(patient), doctor, starts.get(10)).then().statusCode(409)
                .body("code", equalTo("TOO_MANY_ACTIVE_APPOINTMENTS")).body("limit", equalTo(10));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        UUID doctor = doctor();
        UUID patient = account("Sloppy Typist");
        String start = starts(doctor).get(0);
        refused(patient, Map.of("start", start), "doctorId");
        refused(patient, Map.of("doctorId", doctor), "start");
        refused(patient, Map.of("doctorId", doctor, "start", "tomorrow"), "start");
        refused(patient, Map.of("doctorId", doctor, "start", start, "visitType", "seance"), "visitType");
        refused(patient, Map.of("doctorId", doctor, "start", start, "reason", "x".repeat(1001)), "reason");
        refused(patient, Map.of("doctorId", doctor, "start", start, "reason", "a\u202eb"), "reason");
        refused(patient, Map.of("doctorId", doctor, "start", start, "summary", "x".repeat(4001)), "summary");
        refused(patient, Map.of("doctorId", doctor, "start", start, "triageProof", "forged.proof"), "triageProof");
        refused(patient, Map.of("doctorId", doctor, "start", start, "surprise", true), "surprise");
    }

    private static void refused(UUID patient, Map<String, ?> body, String field) {
        book(patient(patient), UUID.randomUUID().toString(), body).then().statusCode(422)
                .body("code", equalTo("VALIDATION_ERROR")).body("errors.field", hasItem(field));
    }

    @Test
    void doesNotKnowUnknownDoctors() {
        book(patient(account("Lost Soul")), UUID.randomUUID(), Clinic.today().plusDays(3) + "T10:00:00+01:00").then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void booksForAPatientByTheReception() {
        UUID doctor = doctor();
        UUID patient = account("Phoning Patient");
        book(reception(), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts(doctor).get(0), "patientId", patient, "reason", "cough"))
                .then().statusCode(201).body("patient.id", equalTo(patient.toString()))
                .body("patient.phone", equalTo("+4930123456")).body("reason", nullValue());
        book(reception(), UUID.randomUUID().toString(), Map.of("doctorId", doctor, "start", starts(doctor).get(0)))
                .then().statusCode(422).body("errors[0].field", equalTo("patientId"));
        book(reception(), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts(doctor).get(0), "patientId", UUID.randomUUID())).then()
                .statusCode(404);
    }

    @Test
    void doctorsBookIntoTheirOwnTimeAlone() {
        UUID account = UUID.randomUUID();
        UUID own = doctor("neurology", account);
        UUID other = doctor();
        UUID patient = account("Follow Up");
        book(as(account, "doctor"), UUID.randomUUID().toString(),
                Map.of("doctorId", own, "start", starts(own).get(0), "patientId", patient)).then().statusCode(201);
        book(as(account, "doctor"), UUID.randomUUID().toString(),
                Map.of("doctorId", other, "start", starts(other).get(1), "patientId", patient)).then().statusCode(403);
    }

    @Test
    void patientsBookForThemselvesAlone() {
        UUID doctor = doctor();
        UUID other = account("Other Person");
        book(patient(account("Nosy Parker")), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts(doctor).get(0), "patientId", other)).then().statusCode(404);
    }

    @Test
    void refusesThoseWithoutATokenOrRole() {
        given().contentType(ContentType.JSON).header("Idempotency-Key", "k").body("{}").post("/api/appointments")
                .then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().contentType(ContentType.JSON).body("{}").post("/api/appointments/holds").then().statusCode(401);
        book(admin(), UUID.randomUUID(), "2999-01-01T10:00:00Z").then().statusCode(403);
        admin().body("{}").post("/api/appointments/holds").then().statusCode(403);
    }

    @Test
    void saysSoWhenTheAccountCannotBeReadAndBooksOnceItCan() {
        UUID doctor = doctor();
        UUID patient = account("Late Arrival");
        AuthStandIn.stub("/internal/accounts/" + patient, 500, "{}");
        String start = starts(doctor).get(0);
        book(patient(patient), doctor, start).then().statusCode(503).header("Retry-After", notNullValue())
                .body("code", equalTo("UNAVAILABLE"));
        assertThat(database.count("select count(*) from patient where id = $1", patient)).isZero();
    }
}
