package dev.smartdoctor.appointment.visit;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.as;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.instant;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.post;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AppointmentResourceTest {

    @Inject
    Database database;

    @AfterEach
    void realTime() {
        MutableClock.reset();
    }

    @Test
    void cancelsUntilTheWindowClosesAndKeepsWhoWhenAndWhy() {
        UUID doctor = doctor();
        UUID patient = account("Canceller");
        String start = starts(doctor).get(0);
        UUID visit = visit(patient, doctor, 0);
        MutableClock.set(instant(start).minus(Duration.ofHours(2)));
        patient(patient).body(Map.of("reason", "feeling better")).post("/api/appointments/" + visit + "/cancel").then()
                .statusCode(200).body("status", equalTo("cancelled")).body("version", equalTo(2))
                .body("allowedActions", equalTo(List.of()));
        var row = database.rows("select * from appointment where id = $1", visit).get(0);
        assertThat(row.getString("cancelled_by")).isEqualTo("patient");
        assertThat(row.getUUID("cancelled_by_id")).isEqualTo(patient);
        assertThat(row.getOffsetDateTime("cancelled_at")).isNotNull();
        assertThat(row.getValue("cancel_reason")).isNotNull();
        post(patient(patient), visit, "cancel").then().statusCode(409).body("code", equalTo("INVALID_STATE"))
                .body("status", equalTo(409)).body("state", equalTo("cancelled"));
        assertThat(database
                .rows("select payload::text as payload from outbox where aggregate_id = $1 and version = 2", visit)
                .get(0).getString("payload")).contains("\"cancelledBy\"").contains("patient");
    }

    @Test
    void cancelsByNoBodyThatIsNotJson() {
        UUID doctor = doctor();
        UUID patient = account("Plain Writer");
        UUID visit = visit(patient, doctor, 0);
        patient(patient).contentType("text/plain").body("{\"reason\":\"x\"}")
                .post("/api/appointments/" + visit + "/cancel")
                .then().statusCode(415).body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
        patient(patient).get("/api/appointments/" + visit).then().body("status", equalTo("booked"));
    }

    @Test
    void isTooLateToCancelForPatientsButNotForTheReception() {
        UUID doctor = doctor();
        UUID patient = account("Too Late");
        String start = starts(doctor).get(0);
        UUID visit = visit(patient, doctor, 0);
        MutableClock.set(instant(start).minus(Duration.ofHours(2)).plusMillis(1));
        post(patient(patient), visit, "cancel").then().statusCode(409).body("code", equalTo("TOO_LATE_TO_CANCEL"))
                .body("deadline", equalTo(start.replaceFirst("T\\d\\d",
                        "T%02d".formatted(Integer.parseInt(start.substring(11, 13)) - 2))));
        patient(patient).get("/api/appointments/" + visit).then().body("allowedActions", equalTo(List.of()));
        post(reception(), visit, "cancel").then().statusCode(422).body("errors.field", contains("reason"));
        reception().body(Map.of("reason", "The doctor is ill")).post("/api/appointments/" + visit + "/cancel").then()
                .statusCode(200);
    }

    @Test
    void aCheckInByMistakeCanStillBeCancelled() {
        UUID doctor = doctor();
        UUID patient = account("Confused With Another");
        UUID visit = visit(patient, doctor, 5);
        String start = patient(patient).get("/api/appointments/" + visit).path("start");
        post(reception(), visit, "check-in").then().statusCode(200).body("allowedActions", contains("cancel"));
        post(reception(), visit, "cancel").then().statusCode(200).body("status", equalTo("cancelled"));
        assertThat(starts(doctor)).contains(start);
    }

    @Test
    void goesThroughTheDay() {
        UUID account = UUID.randomUUID();
        UUID doctor = doctor("dermatology", account);
        UUID patient = account("Day Patient");
        UUID visit = visit(patient, doctor, 0);
        reception().get("/api/appointments/" + visit).then()
                .body("allowedActions", contains("cancel", "reschedule", "check-in"));
        post(reception(), visit, "check-in").then().statusCode(200).body("status", equalTo("checked_in"))
                .body("version", equalTo(2));
        post(reception(), visit, "complete").then().statusCode(403);
        as(account, "doctor").body(Map.of("notes", "all well")).post("/api/appointments/" + visit + "/complete").then()
                .statusCode(200).body("status", equalTo("completed")).body("notes", equalTo("all well"));
        patient(patient).get("/api/appointments/" + visit).then().body("notes", equalTo("all well"));
        reception().get("/api/appointments/" + visit).then().body("notes", nullValue());
        assertThat(database.rows("select type from outbox where aggregate_id = $1 order by version", visit))
                .extracting(row -> row.getString("type"))
                .containsExactly("appointment.booked", "appointment.checked_in", "appointment.completed");
    }

    @Test
    void notesANoShowOnlyAfterTheEndAndTakesItBack() {
        UUID doctor = doctor();
        String start = starts(doctor).get(0);
        UUID visit = visit(account("Absentee"), doctor, 0);
        MutableClock.set(instant(start).plus(Duration.ofMinutes(30)).minusSeconds(1));
        post(reception(), visit, "no-show").then().statusCode(409).body("code", equalTo("TOO_EARLY_FOR_NO_SHOW"));
        MutableClock.advance(Duration.ofSeconds(1));
        post(reception(), visit, "no-show").then().statusCode(200).body("status", equalTo("no_show"));
        post(reception(), visit, "check-in").then().statusCode(200).body("status", equalTo("checked_in"));
    }

    @Test
    void approvesWhatNeedsApproval() {
        operationsNeedApproval();
        UUID doctor = doctor();
        UUID patient = account("Needs Approval");
        UUID visit = UUID.fromString(dev.smartdoctor.appointment.testing.Clinic
                .book(patient(patient), UUID.randomUUID().toString(),
                        Map.of("doctorId", doctor, "start", starts(doctor).get(0), "visitType", "operation"))
                .then().statusCode(201).body("status", equalTo("pending")).extract().path("id"));
        post(patient(patient), visit, "confirm").then().statusCode(403);
        post(reception(), visit, "check-in").then().statusCode(409);
        post(reception(), visit, "confirm").then().statusCode(200).body("status", equalTo("booked"));
        post(reception(), visit, "confirm").then().statusCode(409);
    }

    private void operationsNeedApproval() {
        database.run("""
                insert into visit_type (code, name, duration_minutes, notice_minutes, cancel_window_minutes,
                    reschedule_window_minutes, horizon_months, active_limit, needs_approval, active)
                values ('operation', 'Operation', 60, 120, 120, 120, 6, 10, true, true) on conflict do nothing""");
    }

    @Test
    void nobodyApprovesTheirOwnVisit() {
        operationsNeedApproval();
        UUID doctor = doctor();
        for (String[] offices : new String[][]{ { "patient", "receptionist" }, { "receptionist" } }) {
            UUID clerk = account("Clerk And Patient");
            UUID visit = UUID.fromString(dev.smartdoctor.appointment.testing.Clinic
                    .book(as(clerk, offices), UUID.randomUUID().toString(),
                            Map.of("doctorId", doctor, "start", starts(doctor).get(0), "visitType", "operation",
                                    "patientId", clerk))
                    .then().statusCode(201).body("status", equalTo("pending")).extract().path("id"));
            post(as(clerk, offices), visit, "confirm").then().statusCode(403);
            post(reception(), visit, "confirm").then().statusCode(200).body("status", equalTo("booked"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"2\"", "\"1\", \"2\"", "W/\"2\"", "*", "" })
    void actsOnTheVersionThatWasSeen(String ifMatch) {
        UUID visit = visit(account("Versioned"), doctor(), 0);
        post(reception(), visit, "check-in").then().statusCode(200);
        post(reception().header("If-Match", "\"1\""), visit, "no-show").then().statusCode(412)
                .body("code", equalTo("VERSION_MISMATCH")).body("version", equalTo(2));
        MutableClock.advance(Duration.ofDays(10));
        post(reception().header("If-Match", ifMatch), visit, "no-show").then().statusCode(200);
    }

    @Test
    void listsTheVisitsOfOnePatient() {
        UUID doctor = doctor();
        UUID patient = account("One");
        UUID other = account("Another");
        UUID visit = visit(patient, doctor, 0);
        UUID others = visit(other, doctor, 1);
        reception().get("/api/appointments?patientId=" + patient).then().statusCode(200).body("items.id",
                contains(visit.toString()));
        patient(patient).get("/api/appointments?patientId=" + patient).then().body("items.id",
                contains(visit.toString()));
        patient(patient).get("/api/appointments?patientId=" + other).then().statusCode(200).body("total", equalTo(0));
        as(other, "patient", "receptionist").get("/api/appointments?patientId=" + other).then().body("items.id",
                contains(others.toString()));
    }

    @Test
    void listsByStateDateAndDoctorInPages() {
        UUID doctor = doctor();
        UUID other = doctor();
        UUID patient = account("Lister");
        UUID first = visit(patient, doctor, 0);
        UUID second = visit(patient, doctor, 30);
        UUID third = visit(patient, other, 60);
        post(patient(patient), second, "cancel").then().statusCode(200);
        patient(patient).get("/api/appointments").then().statusCode(200).body("total", equalTo(3))
                .body("items.id", contains(first.toString(), second.toString(), third.toString()));
        patient(patient).get("/api/appointments?status=booked").then().body("total", equalTo(2));
        patient(patient).get("/api/appointments?status=booked&status=cancelled").then().body("total", equalTo(3));
        patient(patient).get("/api/appointments?doctorId=" + other).then().body("items.id",
                contains(third.toString()));
        patient(patient).get("/api/appointments?pageSize=1&page=1").then().body("items.id", contains(second.toString()))
                .body("pageSize", equalTo(1)).body("page", equalTo(1));
        LocalDate day = LocalDate.parse(patient(patient).get("/api/appointments/" + first).<String>path("start")
                .substring(0, 10));
        patient(patient).get("/api/appointments?from=" + day + "&to=" + day).then().body("items.id",
                contains(first.toString()));
        patient(patient).get("/api/appointments?from=" + day.plusYears(1)).then().body("total", equalTo(0));
        for (String bad : List.of("status=asleep", "from=tomorrow", "to=2026-13-01", "doctorId=x", "page=-1",
                "pageSize=101", "from=2026-02-02&to=2026-02-01", "status=", "status=booked&status=", "from=", "to=",
                "doctorId=", "patientId=x", "patientId=", "page=", "pageSize=")) {
            patient(patient).get("/api/appointments?" + bad).then().statusCode(422)
                    .body("code", equalTo("VALIDATION_ERROR"));
        }
        RestAssured.get("/api/appointments?status=").then().statusCode(401);
    }

    @Test
    void givesACalendarFileWithOneUidForLifeAndNothingClinical() {
        UUID doctor = doctor();
        UUID patient = account("Calendar User");
        UUID visit = UUID.fromString(dev.smartdoctor.appointment.testing.Clinic
                .book(patient(patient), UUID.randomUUID().toString(),
                        Map.of("doctorId", doctor, "start", starts(doctor).get(0), "reason", "palpitations"))
                .then().statusCode(201).extract().path("id"));
        String booked = RestAssured.given().auth().oauth2(TestTokens.user(patient, "patient"))
                .get("/api/appointments/" + visit + ".ics").then().statusCode(200)
                .contentType(containsString("method=PUBLISH")).extract().asString();
        assertThat(booked).contains("METHOD:PUBLISH", "UID:" + visit + "@smart-doctor", "SEQUENCE:1",
                "STATUS:CONFIRMED", "SUMMARY:Dr. Ada Example").doesNotContain("palpitations", "cardiology");
        assertThat(booked).containsPattern("DTSTART:\\d{8}T\\d{6}Z").contains("\r\n");
        post(patient(patient), visit, "cancel").then().statusCode(200);
        String cancelled = RestAssured.given().auth().oauth2(TestTokens.user(patient, "patient"))
                .get("/api/appointments/" + visit + ".ics").then().statusCode(200).extract().asString();
        assertThat(cancelled).contains("METHOD:PUBLISH", "UID:" + visit + "@smart-doctor", "SEQUENCE:2",
                "STATUS:CANCELLED");
        patient(account("Stranger")).get("/api/appointments/" + visit + ".ics").then().statusCode(404);
    }

    @Test
    void tellsOtherServicesOfAVisitAndNobodyElse() {
        UUID patient = account("Internal Name");
        UUID visit = visit(patient, doctor(), 0);
        RestAssured.given().auth().oauth2(TestTokens.service("appointment-service"))
                .get("/internal/appointments/" + visit).then().statusCode(200).body("patientName",
                        equalTo("Internal Name"))
                .body("patientAccountId", equalTo(patient.toString())).body("reason", nullValue())
                .body("locationAddress", equalTo("Main Street 1")).body("specialty", equalTo("cardiology"));
        RestAssured.get("/internal/appointments/" + visit).then().statusCode(401);
        reception().get("/internal/appointments/" + visit).then().statusCode(403);
        RestAssured.given().auth().oauth2(TestTokens.service("auth-service"))
                .get("/internal/appointments/" + visit).then().statusCode(401);
    }

    @Test
    void showsTheDay() {
        UUID account = UUID.randomUUID();
        UUID doctor = doctor("urology", account);
        UUID other = doctor();
        UUID visit = visit(account("On The Board"), doctor, 0);
        UUID elsewhere = visit(account("Elsewhere"), other, 1);
        String day = reception().get("/api/appointments/" + visit).<String>path("start").substring(0, 10);
        as(account, "doctor").get("/api/schedule/day?date=" + day).then().statusCode(200).body("items.id",
                contains(visit.toString())).body("items[0].patient.phone", equalTo("+4930123456"));
        as(account, "doctor").get("/api/schedule/day?date=" + day + "&doctorId=" + other).then().statusCode(200)
                .body("items", equalTo(List.of()));
        reception().get("/api/schedule/day?date=" + day + "&doctorId=" + other).then().body("items.id",
                contains(elsewhere.toString()));
        reception().get("/api/schedule/day?date=" + day + "&doctorId=" + doctor).then().body("items.id",
                contains(visit.toString()));
        reception().get("/api/schedule/day").then().statusCode(422).body("errors[0].field", equalTo("date"));
        patient(account).get("/api/schedule/day?date=" + day).then().statusCode(403);
        RestAssured.get("/api/schedule/day?date=" + day).then().statusCode(401);
    }

    @Test
    void showsTheDayByPages() {
        UUID account = UUID.randomUUID();
        UUID doctor = doctor("urology", account);
        UUID first = visit(account("First Of The Day"), doctor, 0);
        UUID second = visit(account("Second Of The Day"), doctor, 0);
        String day = reception().get("/api/appointments/" + first).<String>path("start").substring(0, 10);
        String path = "/api/schedule/day?date=" + day;
        as(account, "doctor").get(path).then().statusCode(200).body("items.id",
                contains(first.toString(), second.toString())).body("pageSize", equalTo(20)).body("total", equalTo(2));
        as(account, "doctor").get(path + "&pageSize=1&page=1").then().body("items.id", contains(second.toString()))
                .body("page", equalTo(1)).body("pageSize", equalTo(1)).body("total", equalTo(2));
        as(account, "doctor").get("/api/schedule/day?date=2020-01-01").then().body("pageSize", equalTo(20))
                .body("total", equalTo(0));
        as(account, "doctor").get(path + "&pageSize=x").then().statusCode(422).body("errors[0].field",
                equalTo("pageSize"));
    }
}
