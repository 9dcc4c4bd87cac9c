package dev.smartdoctor.appointment.visit;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.as;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.post;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Whatever is written about a patient is sealed where it rests, told to no other service, and gone with the patient's key. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class TextsAtRestTest {

    private final UUID doctorAccount = UUID.randomUUID();
    private final UUID patient = account("Sealed Person");

    @Inject
    Database database;

    @Test
    void noTextOfAVisitsLifeIsStoredOrToldInTheClear() {
        UUID doctor = doctor("psychiatry", doctorAccount);
        UUID kept = booked(doctor);
        post(doctorsOffice(), kept, "check-in").then().statusCode(200);
        doctorsOffice().body(Map.of("notes", "telltale notes")).post("/api/appointments/" + kept + "/complete").then()
                .statusCode(200).body("notes", equalTo("telltale notes")).body("reason", equalTo("telltale reason"))
                .body("summary", equalTo("telltale summary"));
        UUID dropped = booked(doctor);
        patient(patient).body(Map.of("reason", "telltale excuse")).post("/api/appointments/" + dropped + "/cancel")
                .then().statusCode(200);

        assertThat(stored(kept, dropped)).contains("reason=", "summary=", "notes=", "excuse=", "appointment.completed",
                "appointment.cancelled").doesNotContain("telltale", "null");
    }

    @Test
    void nothingIsReadOrKeptOnceThePatientsKeyIsErased() {
        UUID doctor = doctor("psychiatry", doctorAccount);
        UUID visit = booked(doctor);
        post(doctorsOffice(), visit, "check-in").then().statusCode(200);
        database.run("delete from clinical_key where patient_id = $1", patient);

        patient(patient).get("/api/appointments/" + visit).then().statusCode(200).body("reason", nullValue())
                .body("summary", nullValue());
        doctorsOffice().body(Map.of("notes", "written too late")).post("/api/appointments/" + visit + "/complete")
                .then().statusCode(200).body("notes", nullValue());
        assertThat(database.rows("select notes from appointment where id = $1", visit).get(0).getValue(0)).isNull();
        book(patient(patient), doctor, starts(doctor).get(0)).then().statusCode(404);
    }

    /** Whoever can write to the database can still not show one visit's text as another's, nor a changed one. */
    @Test
    void nothingIsReadThatWasMovedToAnotherVisitOrChanged() {
        UUID doctor = doctor("psychiatry", doctorAccount);
        UUID one = booked(doctor);
        UUID other = booked(doctor);
        database.run("update appointment set reason = (select reason from appointment where id = $2) where id = $1",
                one,
                other);
        unreadable(one);
        database.run("update appointment set summary = set_byte(summary, 20, get_byte(summary, 20) # 1) where id = $1",
                other);
        unreadable(other);
        UUID third = booked(doctor);
        database.run("update appointment set reason = summary where id = $1", third);
        unreadable(third);
    }

    private void unreadable(UUID visit) {
        patient(patient).get("/api/appointments/" + visit).then().statusCode(500)
                .body("code", equalTo("INTERNAL_ERROR")).body(not(containsString("telltale")));
    }

    private UUID booked(UUID doctor) {
        return UUID.fromString(book(patient(patient), UUID.randomUUID().toString(),
                Map.of("doctorId", doctor, "start", starts(doctor).get(0), "reason", "telltale reason", "summary",
                        "telltale summary"))
                .then().statusCode(201).extract().path("id"));
    }

    private RequestSpecification doctorsOffice() {
        return as(doctorAccount, "doctor");
    }

    /** The four texts as bytes that may be read, the fingerprints of the keys, and every event's payload. */
    private String stored(UUID kept, UUID dropped) {
        return database.rows("""
                select 'reason=' || encode(reason, 'escape') || 'summary=' || encode(summary, 'escape')
                    || case when status = 'completed' then 'notes=' || encode(notes, 'escape')
                            else 'excuse=' || encode(cancel_reason, 'escape') end
                from appointment where id in ($1, $2)
                union all select encode(fingerprint, 'escape') from idempotency_record where appointment_id in ($1, $2)
                union all select type || payload::text from outbox where aggregate_id in ($1, $2)""", kept, dropped)
                .stream().map(row -> String.valueOf(row.getString(0))).collect(Collectors.joining("\n"));
    }
}
