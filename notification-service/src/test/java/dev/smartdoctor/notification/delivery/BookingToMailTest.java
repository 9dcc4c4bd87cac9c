package dev.smartdoctor.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Fifty bookings a second for some seconds: everyone is mailed, once, and soon. The benchmark proper is elsewhere. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class BookingToMailTest {
    private static final Logger LOG = Logger.getLogger(BookingToMailTest.class);
    private static final int BOOKINGS = 250;
    private static final long BETWEEN_MS = 20;
    /** Many times what the design asks for, since tests share the machine with builds. */
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    GreenMail mailbox;
    @Inject
    Mailroom room;

    @Test
    void everyBookingOfABusyHourIsMailedOnceAndSoon() {
        book("warming up");

        List<Duration> delays = book("measured");

        assertThat(delays.get(BOOKINGS * 99 / 100)).isLessThan(AT_MOST);
    }

    /** Answers the times from event to accepted mail, shortest first. */
    private List<Duration> book(String phase) {
        List<UUID> patients = new ArrayList<>();
        UUID visit = room.visit("Dr. A", 1, "booked");
        for (int i = 0; i < BOOKINGS; i++) {
            patients.add(room.account("Patient " + i, "en", "Europe/Berlin"));
        }

        Map<UUID, Instant> published = publish(patients, visit);

        await().atMost(Duration.ofSeconds(60)).until(() -> sent(patients) == BOOKINGS);
        assertThat(patients).allMatch(patient -> Mailroom.mailsTo(mailbox, patient).size() == 1);
        List<Duration> planned = delays(patients, published, "created_at");
        List<Duration> accepted = delays(patients, published, "finished_at");
        LOG.infof("%s: event to plan p50 %s p99 %s, event to accepted mail p50 %s p99 %s", phase,
                planned.get(BOOKINGS / 2), planned.get(BOOKINGS * 99 / 100), accepted.get(BOOKINGS / 2),
                accepted.get(BOOKINGS * 99 / 100));
        return accepted;
    }

    private List<Duration> delays(List<UUID> patients, Map<UUID, Instant> published, String column) {
        return patients.stream().map(patient -> Duration.between(published.get(patient), moment(patient, column)))
                .sorted()
                .toList();
    }

    private Map<UUID, Instant> publish(List<UUID> patients, UUID visit) {
        Map<UUID, Instant> published = new HashMap<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.scheduleAtFixedRate(() -> {
                if (published.size() < BOOKINGS) {
                    UUID patient = patients.get(published.size());
                    published.put(patient, Instant.now());
                    room.publish("appointment.events",
                            Examples.about("appointment.booked", patient, UUID.randomUUID(),
                                    Map.of("appointmentId", visit.toString())));
                }
            }, 0, BETWEEN_MS, TimeUnit.MILLISECONDS);
            await().atMost(Duration.ofSeconds(30)).until(() -> published.size() == BOOKINGS);
        } finally {
            clock.shutdownNow();
        }
        return published;
    }

    private long sent(List<UUID> patients) {
        return Long.parseLong(room.column("select count(*) from delivery where state = 'sent' and account_id = any($1)",
                (Object) patients.toArray(UUID[]::new)).get(0));
    }

    private Instant moment(UUID patient, String column) {
        return Instant.parse(
                room.column("select to_char(" + column + " at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " from delivery where account_id = $1", patient).get(0));
    }
}
