package dev.smartdoctor.appointment.booking;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.book;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.starts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.appointment.testing.Race;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Limits that no constraint can hold: many at once come no further than many in turn, by the advisory locks alone. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class LimitRaceTest {

    private static final int ROUNDS = Boolean.getBoolean("proof") ? 50 : 5;
    private static final int CALLERS = 6;

    @Inject
    Database database;

    @Test
    void aPatientGetsNoMoreOpenVisitsThanTheLimit() throws Exception {
        visitType("one-at-a-time", null, 1);
        for (int round = 0; round < ROUNDS; round++) {
            UUID patient = account("Everything At Once");
            UUID doctor = doctor();
            List<Response> answers = race(starts(doctor), start -> book(patient(patient), UUID.randomUUID().toString(),
                    Map.of("doctorId", doctor, "start", start, "visitType", "one-at-a-time")));
            assertAccepted(answers, 1, "TOO_MANY_ACTIVE_APPOINTMENTS");
        }
    }

    @Test
    void aDoctorsDayTakesNoMoreThanItsLimit() throws Exception {
        visitType("two-a-day", 2, 10);
        for (int round = 0; round < ROUNDS; round++) {
            UUID doctor = doctor();
            List<Response> answers = race(starts(doctor),
                    start -> book(patient(account("One Of Many")), UUID.randomUUID().toString(),
                            Map.of("doctorId", doctor, "start", start, "visitType", "two-a-day")));
            assertAccepted(answers, 2, "SLOT_TAKEN");
        }
    }

    @Test
    void nobodyHoldsMoreThanTwoSlots() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID patient = account("Many Handed");
            UUID doctor = doctor();
            List<Response> answers = race(starts(doctor), start -> patient(patient)
                    .body(Map.of("doctorId", doctor, "start", start)).post("/api/appointments/holds"));
            assertAccepted(answers, 2, "TOO_MANY_HOLDS");
        }
    }

    private static List<Response> race(List<String> starts, Function<String, Response> attempt) throws Exception {
        return Race.run(starts.stream().limit(CALLERS).map(start -> (Callable<Response>) () -> attempt.apply(start))
                .toList());
    }

    private static void assertAccepted(List<Response> answers, int limit, String refusal) {
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(limit);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).hasSize(CALLERS - limit)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo(refusal));
    }

    private void visitType(String code, Integer dailyLimit, int activeLimit) {
        database.run("""
                insert into visit_type (code, name, duration_minutes, notice_minutes, cancel_window_minutes,
                    reschedule_window_minutes, horizon_months, daily_limit, active_limit)
                values ($1, $1, 30, 120, 120, 120, 6, $2, $3) on conflict do nothing""", code, dailyLimit, activeLimit);
    }
}
