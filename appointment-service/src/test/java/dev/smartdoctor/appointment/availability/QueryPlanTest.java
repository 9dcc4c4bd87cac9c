package dev.smartdoctor.appointment.availability;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** With fifty thousand visits in the table, no list reads it whole. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class QueryPlanTest {

    @Inject
    Database database;

    @Test
    void listsReadByIndex() {
        UUID doctor = doctor();
        UUID patient = account("Planned");
        visit(patient, doctor, 0);
        UUID location = database.rows("select location_id from appointment where doctor_id = $1", doctor).get(0)
                .getUUID(0);
        fill(doctor, patient, location);

        assertThat(plan("select * from doctor d join appointment a on a.doctor_id = d.id where d.active"
                + " and (d.id = '" + doctor + "' or d.specialty = null) and a.starts_at > now() - interval '12 hours'"
                + " and a.starts_at < now() + interval '7 days' and a.status <> 'cancelled'"))
                // All these rows are one doctor's, so the planner may as well read by time alone.
                .containsPattern("appointment_by_(doctor|time)").doesNotContain("Seq Scan on appointment");
        assertThat(plan("select * from appointment a join patient p on p.id = a.patient_id where p.account_id = '"
                + patient + "' order by a.starts_at limit 20")).doesNotContain("Seq Scan on appointment");
        assertThat(
                plan("select * from appointment a where a.starts_at >= now() and a.starts_at < now() + interval '1 day'"
                        + " order by a.starts_at"))
                .contains("appointment_by_time").doesNotContain("Seq Scan on appointment");
        assertThat(
                plan("select 1 from appointment where status = 'held' and hold_expires_at <= now() and (doctor_id = '"
                        + doctor + "' and tstzrange(busy_from, busy_to) && tstzrange(now(), now() + interval '1 hour')"
                        + " or patient_id = '" + patient
                        + "' and tstzrange(starts_at, ends_at) && tstzrange(now(), now() + interval '1 hour'))"))
                .doesNotContain("Seq Scan on appointment");
    }

    private void fill(UUID doctor, UUID patient, UUID location) {
        database.script("""
                begin;
                set local statement_timeout = 0;
                insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at,
                    busy_from, busy_to, booked_by, booked_at, created_at, updated_at)
                select gen_random_uuid(), 'completed', '%s', '%s', '%s', 'consultation', t, t + interval '30 minutes', t,
                    t + interval '30 minutes', '%s', t, t, t
                from generate_series(1, 50000) n, lateral (select now() - interval '30 minutes' * (n + 100) as t) s;
                commit"""
                .formatted(patient, doctor, location, patient));
        database.script("analyze appointment");
    }

    private String plan(String sql) {
        return database.rows("explain " + sql).stream().map(row -> row.getString(0)).collect(Collectors.joining("\n"));
    }
}
