package dev.smartdoctor.appointment.booking;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.post;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.appointment.testing.Race;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class IdempotencyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CLAIMED = """
            insert into idempotency_record (account_id, idempotency_key, route, fingerprint, appointment_id, created_at,
                expires_at)
            values ($1, $2, 'POST /api/appointments', '', gen_random_uuid(), now(), now() + interval '1 day')""";
    private static final String WAITING = """
            select count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and query like 'insert into idempotency_record%'""";

    @Inject
    Database database;
    @Inject
    IdempotencySweep sweep;

    @AfterEach
    void realTime() {
        MutableClock.reset();
    }

    @Test
    void wantsAKey() {
        patient(account("No Key")).body(Map.of("doctorId", UUID.randomUUID(), "start", "2999-01-01T10:00:00Z"))
                .post("/api/appointments").then().statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        book(patient(account("Odd Key")), "not é visible", Map.of("doctorId", UUID.randomUUID(), "start",
                "2999-01-01T10:00:00Z")).then().statusCode(422);
    }

    @Test
    void answersTheSameVisitAsItNowIs() {
        UUID doctor = doctor();
        UUID patient = account("Twice Clicked");
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("doctorId", doctor, "start", starts(doctor).get(0), "reason", "ache");
        String id = book(patient(patient), key, body).then().statusCode(201).extract().path("id");
        book(patient(patient), key, body).then().statusCode(201).body("id", equalTo(id)).body("version", equalTo(1));
        post(patient(patient), UUID.fromString(id), "cancel").then().statusCode(200);
        book(patient(patient), key, body).then().statusCode(201).body("id", equalTo(id))
                .body("status", equalTo("cancelled")).header("ETag", "\"2\"");
    }

    @Test
    void refusesTheSameKeyForAnotherBody() {
        UUID doctor = doctor();
        UUID patient = account("Changed Mind");
        String key = UUID.randomUUID().toString();
        List<String> starts = starts(doctor);
        book(patient(patient), key, Map.of("doctorId", doctor, "start", starts.get(0))).then().statusCode(201);
        book(patient(patient), key, Map.of("doctorId", doctor, "start", starts.get(1))).then().statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        book(patient(patient), key, Map.of("doctorId", doctor, "start", starts.get(0), "reason", "x")).then()
                .statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void keepsKeysOfDifferentPeopleApart() {
        UUID doctor = doctor();
        String key = UUID.randomUUID().toString();
        List<String> starts = starts(doctor);
        String id = book(patient(account("One")), key, Map.of("doctorId", doctor, "start", starts.get(0))).then()
                .statusCode(201).extract().path("id");
        book(patient(account("Two")), key, Map.of("doctorId", doctor, "start", starts.get(1))).then().statusCode(201)
                .body("id", not(equalTo(id)));
    }

    @Test
    void keepsOnlySuccesses() {
        UUID doctor = doctor();
        UUID first = account("Has It");
        UUID second = account("Wants It");
        String start = starts(doctor).get(0);
        String key = UUID.randomUUID().toString();
        UUID visit = UUID.fromString(book(patient(first), doctor, start).then().statusCode(201).extract().path("id"));
        book(patient(second), key, Map.of("doctorId", doctor, "start", start)).then().statusCode(409);
        post(patient(first), visit, "cancel").then().statusCode(200);
        book(patient(second), key, Map.of("doctorId", doctor, "start", start)).then().statusCode(201);
    }

    @Test
    void remembersAKeyForADayAndNoLonger() {
        UUID doctor = doctor();
        UUID patient = account("Sleeps On It");
        String key = UUID.randomUUID().toString();
        List<String> starts = starts(doctor);
        Map<String, Object> body = Map.of("doctorId", doctor, "start", starts.get(20));
        MutableClock.set(Instant.now());
        String id = book(patient(patient), key, body).then().statusCode(201).extract().path("id");
        MutableClock.advance(Duration.ofHours(24).minusMillis(1));
        sweep.sweep().await().atMost(PATIENCE);
        book(patient(patient), key, body).then().statusCode(201).body("id", equalTo(id));
        book(patient(patient), key, Map.of("doctorId", doctor, "start", starts.get(21))).then().statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        MutableClock.advance(Duration.ofMillis(1));
        sweep.sweep().await().atMost(PATIENCE);
        assertThat(database.count("select count(*) from idempotency_record where idempotency_key = $1", key)).isZero();
        book(patient(patient), key, Map.of("doctorId", doctor, "start", starts.get(21))).then().statusCode(201)
                .body("id", not(equalTo(id)));
    }

    /** The sweeper may be late, or never come. */
    @Test
    void forgetsAKeyAfterADayUnswept() {
        UUID doctor = doctor();
        UUID patient = account("Long Memory");
        String key = UUID.randomUUID().toString();
        String id = book(patient(patient), key, Map.of("doctorId", doctor, "start", starts(doctor).get(0))).then()
                .statusCode(201).extract().path("id");
        MutableClock.advance(Duration.ofHours(24).plusSeconds(1));
        book(patient(patient), key, Map.of("doctorId", doctor, "start", starts(doctor).get(0))).then().statusCode(201)
                .body("id", not(equalTo(id)));
    }

    @Test
    void twinsGetTheSameVisit() throws Exception {
        UUID doctor = doctor();
        for (int round = 0; round < 10; round++) {
            UUID patient = account("Twin " + round);
            String key = UUID.randomUUID().toString();
            Map<String, Object> body = Map.of("doctorId", doctor, "start", starts(doctor).get(0));
            Callable<Response> twin = () -> book(patient(patient), key, body);
            List<Response> answers = Race.run(IntStream.range(0, 8).mapToObj(index -> twin).toList());
            assertThat(answers).extracting(Response::statusCode).containsOnly(201);
            assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct()).hasSize(1);
            assertThat(database.count("select count(*) from appointment where patient_id = $1", patient)).isOne();
            assertThat(database.count("select count(*) from outbox where payload::jsonb ->> 'patientId' = $1",
                    patient.toString())).isOne();
        }
    }

    @Test
    void twinGoesOnWhereTheFirstIsRolledBack() throws Exception {
        UUID doctor = doctor();
        UUID patient = account("Second Twin");
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("doctorId", doctor, "start", starts(doctor).get(0));
        SqlConnection first = database.connection();
        try {
            Transaction begun = first.beginAndAwait();
            first.preparedQuery(CLAIMED).executeAndAwait(Tuple.of(patient, key));
            CompletableFuture<Response> twin = CompletableFuture.supplyAsync(() -> book(patient(patient), key, body));
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> database.count(WAITING) == 1);
            begun.rollbackAndAwait();
            twin.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).then().statusCode(201);
        } finally {
            first.closeAndAwait();
        }
    }
}
