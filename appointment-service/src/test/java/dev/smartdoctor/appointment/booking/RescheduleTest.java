package dev.smartdoctor.appointment.booking;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.as;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.instant;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class RescheduleTest {

    @Inject
    Database database;

    @AfterEach
    void realTime() {
        MutableClock.reset();
    }

    @Test
    void movesOneRowAndFreesTheOldTime() {
        UUID doctor = doctor();
        UUID patient = account("Mover");
        List<String> starts = starts(doctor);
        UUID visit = visit(patient, doctor, 0);
        move(patient(patient), visit, starts.get(3)).then().statusCode(200).header("ETag", "\"2\"")
                .body("id", equalTo(visit.toString())).body("start", equalTo(starts.get(3)))
                .body("version", equalTo(2)).body("status", equalTo("booked"));
        assertThat(starts(doctor)).contains(starts.get(0)).doesNotContain(starts.get(3));
        assertThat(database
                .rows("select payload::text as payload from outbox where aggregate_id = $1 and version = 2", visit)
                .get(0)
                .getString("payload")).contains("previousStart").contains(starts.get(0));
    }

    @Test
    void movesToAnOverlappingTimeOfItsOwn() {
        database.run("""
                insert into visit_type (code, name, duration_minutes, notice_minutes, cancel_window_minutes,
                    reschedule_window_minutes, horizon_months, active_limit, needs_approval, buffer_after_minutes)
                values ('rested', 'With a rest', 30, 120, 120, 120, 6, 10, false, 30) on conflict do nothing""");
        UUID doctor = doctor();
        UUID patient = account("Nudger");
        List<String> starts = starts(doctor);
        UUID visit = UUID.fromString(book(patient(patient), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts.get(0), "visitType", "rested")).then().statusCode(201)
                .body("end", equalTo(starts.get(1))).extract().path("id"));
        book(patient(account("Neighbour")), doctor, starts.get(1)).then().statusCode(409);
        move(patient(patient), visit, starts.get(1)).then().statusCode(200).body("start", equalTo(starts.get(1)));
    }

    @Test
    void movesOnceToTheSameTime() {
        UUID doctor = doctor();
        UUID patient = account("Twice");
        UUID visit = visit(patient, doctor, 0);
        String later = starts(doctor).get(3);
        move(patient(patient), visit, later).then().statusCode(200).body("version", equalTo(2));
        move(patient(patient), visit, later).then().statusCode(200).body("version", equalTo(2))
                .body("start", equalTo(later));
        assertThat(database.rows("select type from outbox where aggregate_id = $1", visit)).hasSize(2);
    }

    @Test
    void movesToAnotherDoctor() {
        UUID account = UUID.randomUUID();
        UUID doctor = doctor("neurology", account);
        UUID other = doctor();
        UUID patient = account("Switcher");
        UUID visit = visit(patient, doctor, 0);
        patient(patient).body(Map.of("start", starts(other).get(5), "doctorId", other))
                .post("/api/appointments/" + visit + "/reschedule").then().statusCode(200)
                .body("doctor.id", equalTo(other.toString()));
        assertThat(database
                .rows("select payload::text as payload from outbox where aggregate_id = $1 and version = 2", visit)
                .get(0).getString("payload")).contains("previousDoctorId").contains(doctor.toString())
                .contains("previousDoctorAccountId").contains(account.toString()).contains("previousTimeZone");
    }

    @Test
    void doctorsMoveIntoTheirOwnTimeAlone() {
        UUID account = UUID.randomUUID();
        UUID doctor = doctor("neurology", account);
        UUID other = doctor();
        UUID visit = visit(account("Pushed Around"), doctor, 0);
        as(account, "doctor").body(Map.of("start", starts(other).get(5), "doctorId", other))
                .post("/api/appointments/" + visit + "/reschedule").then().statusCode(403);
        move(as(account, "doctor"), visit, starts(doctor).get(5)).then().statusCode(200);
    }

    @Test
    void asksForApprovalAgainUnlessStaffMove() {
        database.run("""
                insert into visit_type (code, name, duration_minutes, notice_minutes, cancel_window_minutes,
                    reschedule_window_minutes, horizon_months, active_limit, needs_approval)
                values ('procedure', 'Procedure', 60, 120, 120, 120, 6, 10, true) on conflict do nothing""");
        UUID doctor = doctor();
        UUID patient = account("Approved");
        List<String> starts = starts(doctor);
        UUID visit = UUID.fromString(book(patient(patient), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts.get(0), "visitType", "procedure")).then().statusCode(201)
                .extract().path("id"));
        reception().post("/api/appointments/" + visit + "/confirm").then().statusCode(200);
        move(reception(), visit, starts.get(2)).then().statusCode(200).body("status", equalTo("booked"));
        move(patient(patient), visit, starts.get(4)).then().statusCode(200).body("status", equalTo("pending"));
    }

    @Test
    void refusesWhatCannotBeHad() {
        UUID doctor = doctor();
        UUID patient = account("Unlucky");
        List<String> starts = starts(doctor);
        UUID visit = visit(patient, doctor, 0);
        book(patient(account("Quicker")), doctor, starts.get(4)).then().statusCode(201);
        move(patient(patient), visit, starts.get(4)).then().statusCode(409).body("code", equalTo("SLOT_TAKEN"))
                .body("alternatives", hasSize(3));
        move(patient(patient), visit, "2999-01-01T10:00:00Z").then().statusCode(422)
                .body("code", equalTo("SLOT_NOT_OFFERED"));
        patient(patient).body("{}").post("/api/appointments/" + visit + "/reschedule").then().statusCode(422)
                .body("errors.field", hasItem("start"));
        patient(patient).get("/api/appointments/" + visit).then().body("version", equalTo(1));
    }

    @Test
    void movesIntoATimeThatIsKeptForTheCallerAlone() {
        UUID doctor = doctor();
        UUID patient = account("Well Prepared");
        List<String> starts = starts(doctor);
        UUID visit = visit(patient, doctor, 0);
        hold(patient(account("Rival")), doctor, starts.get(4));
        hold(patient(patient), doctor, starts.get(6));
        move(patient(patient), visit, starts.get(4)).then().statusCode(409).body("code", equalTo("SLOT_TAKEN"));
        move(patient(patient), visit, starts.get(6)).then().statusCode(200).body("start", equalTo(starts.get(6)));
    }

    @Test
    void honoursIfMatch() {
        UUID doctor = doctor();
        UUID patient = account("Careful");
        List<String> starts = starts(doctor);
        UUID visit = visit(patient, doctor, 0);
        move(patient(patient).header("If-Match", "\"7\""), visit, starts.get(2)).then().statusCode(412)
                .body("code", equalTo("VERSION_MISMATCH"));
        move(patient(patient).header("If-Match", "\"1\""), visit, starts.get(2)).then().statusCode(200);
        move(patient(patient).header("If-Match", "\"1\""), visit, starts.get(5)).then().statusCode(412);
    }

    @Test
    void bindsPatientsToTheWindowAndNotTheReception() {
        UUID doctor = doctor();
        UUID patient = account("Last Minute");
        List<String> starts = starts(doctor);
        UUID visit = visit(patient, doctor, 0);
        MutableClock.set(instant(starts.get(0)).minus(Duration.ofHours(2)));
        patient(patient).get("/api/appointments/" + visit).then().body("allowedActions", hasItem("reschedule"));
        MutableClock.advance(Duration.ofSeconds(1));
        move(patient(patient), visit, starts.get(8)).then().statusCode(409)
                .body("code", equalTo("TOO_LATE_TO_RESCHEDULE")).body("deadline", notNullValue());
        move(reception(), visit, starts.get(8)).then().statusCode(200);
    }

    private static void hold(RequestSpecification who, UUID doctor, String start) {
        who.body(Map.of("doctorId", doctor, "start", start)).post("/api/appointments/holds").then().statusCode(201);
    }

    private static Response move(RequestSpecification who, UUID visit, String start) {
        return who.body(Map.of("start", start)).post("/api/appointments/" + visit + "/reschedule");
    }
}
