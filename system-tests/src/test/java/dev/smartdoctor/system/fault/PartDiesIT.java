package dev.smartdoctor.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.localstack.stack.Port;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.Mailbox;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Slots;
import dev.smartdoctor.system.suite.Slots.Slot;
import dev.smartdoctor.system.suite.Suite;

/**
 * Kills one part with kill -9 in the middle of bookings. Clients repeat with the same key until they have an answer, as the web
 * client does; afterwards every visit that was acknowledged is there once, and was mailed once.
 */
class PartDiesIT {
    private static final int PATIENTS = 4;
    private static final int VISITS_EACH = Suite.isProof() ? 9 : 4;
    private static final int LAST_WEEK = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** The two ends of an SMTP dialogue. */
    private static final Set<String> MAIL_PARTS = Set.of("notification-service", "mailbox");

    private final LocalStack suite = Suite.shared();
    private final Histories histories = new Histories(suite);
    private final Mailbox mailbox = new Mailbox(suite.mailbox());

    @ParameterizedTest
    @ValueSource(strings = { "gateway", "auth-service", "appointment-service", "assistant-service",
            "notification-service",
            "redis", "redis, emptied", "postgres", "mailbox" })
    void everyAcknowledgedVisitIsThereOnceAndMailedOnce(String part) throws Exception {
        List<Patient> patients = new ArrayList<>();
        for (int i = 0; i < PATIENTS; i++) {
            patients.add(People.newPatient(suite));
        }
        List<Slot> slots = freeSlots(patients.get(0).api());
        ExecutorService clients = Executors.newFixedThreadPool(PATIENTS);
        try {
            List<Future<Set<String>>> booked = new ArrayList<>();
            for (int i = 0; i < PATIENTS; i++) {
                Patient patient = patients.get(i);
                List<Slot> own = slots.subList(i * VISITS_EACH, (i + 1) * VISITS_EACH);
                booked.add(clients.submit(() -> bookAll(patient, own)));
            }
            killInTheMiddle(patients, part);
            for (int i = 0; i < PATIENTS; i++) {
                assertThat(booked.get(i).get()).hasSize(VISITS_EACH);
                assertThat(histories.bookedVisits(patients.get(i).id())).isEqualTo(VISITS_EACH);
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(histories.doubleBookings()).isZero();
        await().atMost(PATIENCE).until(() -> histories.eventsNotYetConfirmed() == 0);
        for (Patient patient : patients) {
            eachVisitWasMailedOnce(patient, MAIL_PARTS.contains(part));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(histories.mailsNotYetSent()).isZero());
        assertThat(histories.deadLetters()).isZero();
    }

    private List<Slot> freeSlots(Api api) {
        List<Slot> free = new ArrayList<>();
        Set<Instant> hours = new HashSet<>();
        for (int week = 4; free.size() < PATIENTS * VISITS_EACH; week++) {
            assertThat(week).as("weeks that are offered").isLessThan(LAST_WEEK);
            for (String specialty : List.of("general_practice", "gynaecology", "orthopaedics", "ophthalmology")) {
                // A patient is in one place at a time, whatever the clocks of the places say: one visit an hour.
                Slots.of(api, specialty, 7 * week).stream().filter(PartDiesIT::startsOnTheHour)
                        .filter(slot -> hours.add(OffsetDateTime.parse(slot.start()).toInstant())).forEach(free::add);
            }
        }
        return free;
    }

    private static boolean startsOnTheHour(Slot slot) {
        return OffsetDateTime.parse(slot.start()).getMinute() == 0;
    }

    private static Set<String> bookAll(Patient patient, List<Slot> slots) throws InterruptedException {
        Set<String> ids = new HashSet<>();
        for (Slot slot : slots) {
            ids.add(bookUntilAcknowledged(patient, slot));
        }
        return ids;
    }

    private static String bookUntilAcknowledged(Patient patient, Slot slot) throws InterruptedException {
        Api keyed = patient.api().with("Idempotency-Key", UUID.randomUUID().toString());
        String request = Api.write(Map.of("doctorId", slot.doctorId(), "start", slot.start()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < deadline) {
            try {
                Answer answer = keyed.sendOnce("POST", "/api/appointments", request);
                if (answer.status() == 201) {
                    return answer.at("id");
                }
                assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(500);
                last = answer.text();
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No acknowledgement in " + PATIENCE + "; last: " + last);
    }

    /** Once the first visits are there, and long before the last. */
    private void killInTheMiddle(List<Patient> patients, String part) throws IOException {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5))
                .until(() -> patients.stream().mapToLong(patient -> histories.bookedVisits(patient.id())).sum() >= 2);
        if (part.equals("redis, emptied")) {
            empty(suite.options().port(Port.REDIS));
        } else {
            int before = suite.restarts(part);
            suite.kill(part);
            await().atMost(PATIENCE).until(() -> suite.restarts(part) > before && suite.isReady(part));
        }
    }

    private static void empty(int redisPort) throws IOException {
        try (Socket redis = new Socket("localhost", redisPort)) {
            OutputStream out = redis.getOutputStream();
            out.write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] answer = new byte[5];
            assertThat(redis.getInputStream().readNBytes(answer, 0, answer.length)).isEqualTo(answer.length);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("+OK\r\n");
        }
    }

    /**
     * One mail for each visit. Where sender or receiver died between the last dot and its answer, nobody can know whether the
     * mail was taken: it is sent again under the same Message-ID, by which receivers drop the copy (ADR 11).
     */
    private void eachVisitWasMailedOnce(Patient patient, boolean copiesAllowed) {
        await().atMost(PATIENCE).until(() -> messageIds(patient).size() >= VISITS_EACH);
        assertThat(messageIds(patient)).hasSize(VISITS_EACH);
        if (!copiesAllowed) {
            assertThat(invitations(patient)).hasSize(VISITS_EACH);
        }
    }

    private Set<String> messageIds(Patient patient) {
        return invitations(patient).stream().map(mail -> mail.get("MessageID").asText()).collect(Collectors.toSet());
    }

    private List<JsonNode> invitations(Patient patient) {
        return mailbox.to(patient.email()).stream().filter(mail -> mail.get("Attachments").asInt() > 0).toList();
    }
}
