package dev.smartdoctor.appointment.visit;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.as;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Clinic;
import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Every operation on a visit × every role × own, another's and missing. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AccessMatrixTest {

    @Inject
    Database database;

    private static final int OK = 200;
    private static final int DENIED = 403;
    private static final int HIDDEN = 404;
    private static final int STATE = 409;

    /** Operation; then the answers for patient, doctor, receptionist and admin, each on own and on another's visit. */
    private static final List<Object[]> MATRIX = List.of(
            row("GET", "", OK, HIDDEN, OK, HIDDEN, OK, OK, OK, OK),
            row("GET", ".ics", OK, HIDDEN, OK, HIDDEN, OK, OK, OK, OK),
            row("POST", "/confirm", DENIED, DENIED, STATE, HIDDEN, STATE, STATE, DENIED, DENIED),
            row("POST", "/no-show", DENIED, DENIED, STATE, HIDDEN, STATE, STATE, DENIED, DENIED),
            row("POST", "/complete", DENIED, DENIED, STATE, HIDDEN, DENIED, DENIED, DENIED, DENIED),
            row("POST", "/reschedule", OK, HIDDEN, OK, HIDDEN, OK, OK, DENIED, DENIED),
            row("POST", "/check-in", DENIED, DENIED, OK, HIDDEN, OK, OK, DENIED, DENIED),
            row("POST", "/cancel", OK, HIDDEN, OK, HIDDEN, OK, OK, DENIED, DENIED));

    @Test
    void answersEachRoleAsItShould() {
        SoftAssertions softly = new SoftAssertions();
        for (Object[] row : MATRIX) {
            String method = (String) row[0];
            String operation = (String) row[1];
            int column = 2;
            for (String role : List.of("patient", "doctor", "receptionist", "admin")) {
                for (boolean own : new boolean[]{ true, false }) {
                    softly.assertThat(call(method, operation, role, own)).as("%s %s by %s, own: %s", method, operation,
                            role, own).isEqualTo(row[column++]);
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void knowsNoMissingVisitsAndNobodyWithoutAToken() {
        List<Response> missing = new ArrayList<>();
        for (Object[] row : MATRIX) {
            String path = "/api/appointments/" + UUID.randomUUID() + row[1];
            RequestSpecification doctor = as(UUID.randomUUID(), "doctor");
            missing.add(send(doctor, (String) row[0], (String) row[1], path, "2999-01-01T00:00:00Z"));
            assertThat(send(RestAssured.given().contentType(ContentType.JSON), (String) row[0], (String) row[1], path,
                    "2999-01-01T00:00:00Z").statusCode()).isEqualTo(401);
        }
        assertThat(missing).extracting(Response::statusCode).containsOnly(404);
    }

    @Test
    void hidesReasonsAndNotesFromReceptionAndAdministration() {
        UUID doctorAccount = UUID.randomUUID();
        UUID doctor = doctor("ent", doctorAccount);
        UUID patient = account("Private Matter");
        String id = Clinic.book(as(patient, "patient"), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts(doctor).get(0), "reason", "whisper", "summary", "murmur"))
                .then().statusCode(201).extract().path("id");
        database.run("update appointment set triage_level = 'within_24h' where id = $1", UUID.fromString(id));
        for (String role : List.of("receptionist", "admin")) {
            for (String path : List.of("/api/appointments/" + id, "/api/appointments?doctorId=" + doctor,
                    "/api/schedule/day?date=" + Clinic.today().plusDays(2) + "&doctorId=" + doctor)) {
                assertThat(as(UUID.randomUUID(), role).get(path).then().statusCode(200).extract().asString())
                        .contains("Private Matter").doesNotContain("whisper", "murmur", "within_24h");
            }
        }
        for (RequestSpecification reader : List.of(as(doctorAccount, "doctor"), as(patient, "patient"))) {
            assertThat(reader.get("/api/appointments/" + id).asString()).contains("whisper", "murmur", "within_24h");
        }
    }

    @Test
    void tellsThePhoneToDoctorAndReceptionAlone() {
        UUID doctorAccount = UUID.randomUUID();
        UUID patient = account("Unlisted Number");
        UUID visit = Clinic.visit(patient, doctor("ent", doctorAccount), 0);
        String path = "/api/appointments/" + visit;
        assertThat(as(doctorAccount, "doctor").get(path).<String>path("patient.phone")).isEqualTo("+4930123456");
        assertThat(as(UUID.randomUUID(), "receptionist").get(path).<String>path("patient.phone"))
                .isEqualTo("+4930123456");
        assertThat(as(UUID.randomUUID(), "admin").get(path).<String>path("patient.phone")).isNull();
    }

    private static int call(String method, String operation, String role, boolean own) {
        UUID patient = account("Matrix Patient");
        UUID doctorAccount = UUID.randomUUID();
        UUID doctor = doctor("general_practice", doctorAccount);
        List<String> starts = starts(doctor);
        String id = Clinic.book(as(patient, "patient"), doctor, starts.get(0)).then().statusCode(201).extract()
                .path("id");
        UUID caller = !own ? UUID.randomUUID() : role.equals("patient") ? patient : doctorAccount;
        return send(as(caller, role), method, operation, "/api/appointments/" + id + operation, starts.get(5))
                .statusCode();
    }

    private static Response send(RequestSpecification who, String method, String operation, String path, String start) {
        if (operation.equals("/reschedule")) {
            who.body(Map.of("start", start));
        }
        return who.request(method, path);
    }

    private static Object[] row(Object... cells) {
        return cells;
    }
}
