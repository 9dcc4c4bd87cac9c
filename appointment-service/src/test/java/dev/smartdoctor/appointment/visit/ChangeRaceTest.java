package dev.smartdoctor.appointment.visit;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.post;
import static dev.smartdoctor.appointment.testing.Clinic.reception;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.appointment.testing.Race;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Of many who do the same to one visit at once, one has done it; the row's lock and the compare-and-set each see to it. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ChangeRaceTest {

    private static final int ROUNDS = Boolean.getBoolean("proof") ? 50 : 5;
    private static final int CALLERS = 8;

    @Inject
    Database database;

    @Test
    void oneOfThoseWhoCheckInAndOneOfThoseWhoCancelHasItsWay() throws Exception {
        UUID doctor = doctor();
        for (int round = 0; round < ROUNDS; round++) {
            UUID visit = visit(account("Pulled At"), doctor, 0);
            List<Callable<Integer>> callers = IntStream.range(0, CALLERS).mapToObj(
                    index -> (Callable<Integer>) () -> post(reception(), visit, index % 2 == 0 ? "check-in" : "cancel")
                            .statusCode())
                    .toList();
            List<Integer> answers = Race.run(callers);
            assertThat(answers).containsOnly(200, 409);
            assertThat(done(visit)).as("who is cancelled arrives no more").isIn(
                    List.of("appointment.booked", "appointment.cancelled"),
                    List.of("appointment.booked", "appointment.checked_in", "appointment.cancelled"));
            assertThat(answers).filteredOn(status -> status == 200).hasSize(done(visit).size() - 1);
        }
    }

    private List<String> done(UUID visit) {
        return database.rows("select type from outbox where aggregate_id = $1 order by version", visit).stream()
                .map(row -> row.getString(0)).toList();
    }
}
