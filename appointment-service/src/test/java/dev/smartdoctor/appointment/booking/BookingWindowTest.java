package dev.smartdoctor.appointment.booking;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.instant;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Notice, cancellation and rescheduling each have a time of their own, which the type of visit says. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class BookingWindowTest {

    private final UUID patient = account("Watches The Clock");
    private UUID doctor;
    private String start;

    @Inject
    Database database;

    @BeforeEach
    void threeTimes() {
        doctor = doctor();
        start = starts(doctor).get(4);
        database.run("""
                insert into visit_type (code, name, duration_minutes, notice_minutes, cancel_window_minutes,
                    reschedule_window_minutes, horizon_months, active_limit)
                values ('windowed', 'Windowed', 30, 60, 180, 300, 6, 10) on conflict do nothing""");
    }

    @AfterEach
    void realTime() {
        MutableClock.reset();
    }

    @Test
    void nothingIsBookedOrHeldWithinTheNotice() {
        MutableClock.set(before(Duration.ofMinutes(60)).plusMillis(1));
        booking().then().statusCode(422).body("code", equalTo("SLOT_NOT_OFFERED"));
        patient(patient).body(Map.of("doctorId", doctor, "start", start, "visitType", "windowed"))
                .post("/api/appointments/holds").then().statusCode(422).body("code", equalTo("SLOT_NOT_OFFERED"));
        MutableClock.set(before(Duration.ofMinutes(60)));
        booking().then().statusCode(201);
    }

    @Test
    void eachChangeEndsAtItsOwnTime() {
        String visit = "/api/appointments/" + booking().then().statusCode(201).extract().path("id");
        MutableClock.set(before(Duration.ofMinutes(300)));
        patient(patient).get(visit).then().body("allowedActions", contains("cancel", "reschedule"));
        MutableClock.advance(Duration.ofMillis(1));
        patient(patient).get(visit).then().body("allowedActions", contains("cancel"));
        MutableClock.set(before(Duration.ofMinutes(180)));
        patient(patient).get(visit).then().body("allowedActions", contains("cancel"));
        MutableClock.advance(Duration.ofMillis(1));
        patient(patient).get(visit).then().body("allowedActions", empty());
        patient(patient).post(visit + "/cancel").then().statusCode(409).body("code", equalTo("TOO_LATE_TO_CANCEL"));
    }

    private Instant before(Duration time) {
        return instant(start).minus(time);
    }

    private Response booking() {
        return book(patient(patient), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", start, "visitType", "windowed"));
    }
}
