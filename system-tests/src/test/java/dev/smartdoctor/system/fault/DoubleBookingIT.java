package dev.smartdoctor.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Slots;
import dev.smartdoctor.system.suite.Slots.Slot;
import dev.smartdoctor.system.suite.Suite;

/** Many callers, one slot, through the whole suite: one wins, every other one is told so, round after round. */
class DoubleBookingIT {
    private static final int CALLERS = 64;
    /** Enough that nobody reaches the ten active visits of one patient. */
    private static final int PEOPLE = 16;
    private static final int ROUNDS = Suite.isProof() ? 100 : 5;
    private static final int WEEKS = 4;

    private final LocalStack suite = Suite.shared();

    @Test
    void oneOfManyCallersGetsTheSlot() throws Exception {
        List<Patient> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(People.newPatient(suite));
        }
        List<Slot> slots = new ArrayList<>();
        for (int week = 3; week < 3 + WEEKS; week++) {
            slots.addAll(Slots.of(people.get(0).api(), "psychiatry", 7 * week));
        }
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Integer> statuses = race(callers, people, slots.get(round));
                assertThat(statuses).filteredOn(status -> status == 201).as("winners of round %d", round).hasSize(1);
                assertThat(statuses).filteredOn(status -> status != 201).containsOnly(409);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(new Histories(suite).doubleBookings()).isZero();
    }

    private static List<Integer> race(ExecutorService callers, List<Patient> people, Slot slot) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Patient patient = people.get(caller % PEOPLE);
            answers.add(callers.submit(() -> {
                start.await();
                Answer answer = patient.api().with("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/api/appointments", Map.of("doctorId", slot.doctorId(), "start", slot.start()));
                return answer.status();
            }));
        }
        start.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        return statuses;
    }
}
