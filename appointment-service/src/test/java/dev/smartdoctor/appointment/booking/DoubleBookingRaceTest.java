package dev.smartdoctor.appointment.booking;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Clinic;
import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.appointment.testing.Race;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Ten rounds in every build; a hundred with {@code -Dproof=true}. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DoubleBookingRaceTest {

    private static final int CALLERS = 64;
    private static final int ROUNDS = Boolean.getBoolean("proof") ? 100 : 10;
    private static final String OVERLAPS = """
            select count(*) from appointment a join appointment b on a.id < b.id and %s
            where a.status in ('held', 'pending', 'booked', 'checked_in')
              and b.status in ('held', 'pending', 'booked', 'checked_in')""";
    private static final String DOCTOR_TWICE = OVERLAPS
            .formatted("a.doctor_id = b.doctor_id and a.busy_from < b.busy_to and b.busy_from < a.busy_to");
    private static final String PATIENT_TWICE = OVERLAPS
            .formatted("a.patient_id = b.patient_id and a.starts_at < b.ends_at and b.starts_at < a.ends_at");

    @Inject
    Database database;

    @Test
    void oneOfSixtyFourGetsTheSlot() throws Exception {
        UUID doctor = doctor();
        List<UUID> patients = IntStream.range(0, CALLERS).mapToObj(index -> account("Racer " + index)).toList();
        for (int round = 0; round < ROUNDS; round++) {
            // Now and then people whom the clinic does not know yet, so that making their record is part of the race.
            List<UUID> runners = round % 8 == 0 ? fresh() : patients;
            String start = starts(doctor).get(0);
            List<Callable<Integer>> callers = runners.stream()
                    .map(patient -> (Callable<Integer>) () -> book(patient(patient), doctor, start).statusCode())
                    .toList();
            List<Integer> answers = Race.run(callers);
            assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(CALLERS - 1);
            assertThat(database.count("select count(*) from appointment where doctor_id = $1 and starts_at = $2",
                    doctor, Clinic.instant(start).atOffset(java.time.ZoneOffset.UTC))).isOne();
        }
        assertThat(database.count(DOCTOR_TWICE)).isZero();
        assertThat(database.count(PATIENT_TWICE)).isZero();
        assertThat(database.count("select count(*) from outbox where payload::jsonb ->> 'doctorId' = $1",
                doctor.toString())).isEqualTo(ROUNDS);
    }

    @Test
    void aPatientWhoBooksEverywhereAtOnceIsInOnePlace() throws Exception {
        for (int round = 0; round < ROUNDS / 2; round++) {
            UUID patient = account("Everywhere At Once");
            List<UUID> doctors = IntStream.range(0, 8).mapToObj(index -> doctor()).toList();
            String start = starts(doctors.get(0)).get(round);
            List<Callable<Integer>> callers = new ArrayList<>();
            doctors.forEach(doctor -> callers.add(() -> book(patient(patient), doctor, start).statusCode()));
            assertThat(Race.run(callers)).filteredOn(status -> status == 201).hasSize(1);
        }
        assertThat(database.count(PATIENT_TWICE)).isZero();
    }

    private static List<UUID> fresh() {
        return IntStream.range(0, CALLERS).mapToObj(index -> account("Fresh " + index)).toList();
    }
}
