package dev.smartdoctor.appointment.visit;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.as;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.id;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.post;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import dev.smartdoctor.platform.testing.EventForm;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

/** Every event of a visit is written as its example shows it to those who read it. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AppointmentEventContractTest {

    @Inject
    Database database;

    private final UUID patient = account("Contract Patient");
    private final UUID doctorAccount = UUID.randomUUID();

    @AfterEach
    void realTime() {
        MutableClock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAsItsExample(AppointmentEventType type) {
        UUID doctor = doctor("dermatology", doctorAccount);
        UUID visit = type == AppointmentEventType.CONFIRMED ? operation(doctor) : visit(patient, doctor, 0);

        happen(type, visit, doctor).then().statusCode(200);

        assertThat(EventForm.of(written(type, visit))).isEqualTo(EventForm.of(ExampleEvents.fields(type.type())));
    }

    private Response happen(AppointmentEventType type, UUID visit, UUID doctor) {
        return switch (type) {
            // The visit was booked before.
            case BOOKED -> patient(patient).get("/api/appointments/" + visit);
            case RESCHEDULED ->
                post(patient(patient).body(Map.of("start", starts(doctor).get(3))), visit, "reschedule");
            case CANCELLED -> post(patient(patient), visit, "cancel");
            case CONFIRMED -> post(reception(), visit, "confirm");
            case CHECKED_IN -> post(reception(), visit, "check-in");
            case COMPLETED -> {
                post(reception(), visit, "check-in");
                yield post(as(doctorAccount, "doctor").body(Map.of("notes", "all well")), visit, "complete");
            }
            case NO_SHOW -> {
                MutableClock.advance(Duration.ofDays(10));
                yield post(reception(), visit, "no-show");
            }
        };
    }

    @Test
    void accountIsNullWhereADoctorHasNone() {
        UUID visit = visit(patient, doctor(), 0);
        Map<String, String> example = ExampleEvents.fields("appointment.booked");
        example.compute("payload", (name, json) -> new JsonObject(json).putNull("doctorAccountId").encode());

        assertThat(EventForm.of(written(AppointmentEventType.BOOKED, visit))).isEqualTo(EventForm.of(example));
    }

    private UUID operation(UUID doctor) {
        database.run("""
                insert into visit_type (code, name, duration_minutes, notice_minutes, cancel_window_minutes,
                    reschedule_window_minutes, horizon_months, active_limit, needs_approval, active)
                values ('operation', 'Operation', 60, 120, 120, 120, 6, 10, true, true) on conflict do nothing""");
        return id(book(patient(patient), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts(doctor).get(0), "visitType", "operation")).then()
                .statusCode(201));
    }

    /** The event as the relay publishes it. */
    private Map<String, String> written(AppointmentEventType type, UUID visit) {
        Row row = database.rows("select * from outbox where type = $1 and aggregate_id = $2", type.type(), visit)
                .get(0);
        return EventFields.write(new DomainEvent(row.getUUID("id"), row.getString("type"),
                row.getString("aggregate_type"), row.getUUID("aggregate_id"),
                row.getOffsetDateTime("occurred_at").toInstant(), row.getLong("version"),
                row.getInteger("schema_version"), row.getString("traceparent"),
                new JsonObject(row.getString("payload"))));
    }
}
