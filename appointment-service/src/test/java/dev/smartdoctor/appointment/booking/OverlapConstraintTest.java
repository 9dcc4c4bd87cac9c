package dev.smartdoctor.appointment.booking;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.post;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.appointment.testing.Race;
import dev.smartdoctor.platform.data.PostgresErrors;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The constraints on their own: rows that come by another way than a booking, which takes its locks first, meet them too. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class OverlapConstraintTest {

    private static final List<String> HOLDING = List.of("held", "pending", "booked", "checked_in");
    private static final int ROWS = HOLDING.size();
    private static final String COPY = """
            insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at,
                busy_from, busy_to, held_by, hold_expires_at, booked_at, created_at, updated_at)
            select gen_random_uuid(), $2, $3, $4, location_id, visit_type, starts_at, ends_at, busy_from, busy_to,
                id, now(), now(), now(), now() from appointment where id = $1""";

    @Inject
    Database database;

    @Test
    void oneRowHasTheDoctorsTime() throws Exception {
        UUID doctor = doctor();
        UUID pattern = cancelled(doctor);
        List<UUID> patients = IntStream.range(0, ROWS).mapToObj(index -> unknownPatient()).toList();
        assertThat(copies(pattern, index -> patients.get(index), index -> doctor))
                .containsOnly("kept", "appointment_doctor_free").containsOnlyOnce("kept");
    }

    @Test
    void oneRowHasThePatientsTime() throws Exception {
        UUID pattern = cancelled(doctor());
        UUID patient = unknownPatient();
        List<UUID> doctors = IntStream.range(0, ROWS).mapToObj(index -> doctor()).toList();
        assertThat(copies(pattern, index -> patient, index -> doctors.get(index)))
                .containsOnly("kept", "appointment_patient_free").containsOnlyOnce("kept");
    }

    /** A visit whose time nobody holds any more. */
    private static UUID cancelled(UUID doctor) {
        UUID patient = account("Pattern");
        UUID visit = visit(patient, doctor, 0);
        post(patient(patient), visit, "cancel").then().statusCode(200);
        return visit;
    }

    private UUID unknownPatient() {
        UUID id = UUID.randomUUID();
        database.run("insert into patient (id, created_at, updated_at) values ($1, now(), now())", id);
        return id;
    }

    private List<String> copies(UUID pattern, IntFunction<UUID> patient,
            IntFunction<UUID> doctor) throws Exception {
        return Race.run(IntStream.range(0, ROWS).mapToObj(index -> (Callable<String>) () -> outcome(pattern,
                HOLDING.get(index), patient.apply(index), doctor.apply(index))).toList());
    }

    /** Two who wait for each other at the constraint are a deadlock, which the database ends by refusing one for the moment. */
    private String outcome(UUID pattern, String status, UUID patient, UUID doctor) {
        while (true) {
            try {
                database.run(COPY, pattern, status, patient, doctor);
                return "kept";
            } catch (RuntimeException failure) {
                if (!PostgresErrors.isTransient(failure)) {
                    return PostgresErrors.constraint(failure).orElseThrow(() -> failure);
                }
            }
        }
    }
}
