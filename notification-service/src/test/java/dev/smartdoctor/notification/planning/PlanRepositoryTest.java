package dev.smartdoctor.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.notification.Examples;
import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Behind the consumer's inbox, as after a restore or a replay: the rows themselves allow each message once. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class PlanRepositoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Mailroom room;

    @Inject
    PlanRepository plans;

    @Inject
    Transactions transactions;

    private final VisitPlanner planner = new VisitPlanner(List.of(Duration.ofHours(24), Duration.ofHours(2)),
            java.time.Clock.systemUTC());

    @Test
    void planCarriedOutTwiceIsOneMailAndOneItemForEachAndOneReminderEach() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = room.visit("Dr. A", 1, "booked");
        DomainEvent event = booked(patient, visit);
        save(event);
        save(event);
        assertThat(room.states(patient)).hasSize(1);
        assertThat(room.column("select kind from inbox_item where event_id = $1", event.id())).hasSize(3);
        assertThat(room.column("select state from reminder where appointment_id = $1", visit))
                .containsExactly("planned", "planned");
    }

    @Test
    void eventOfAnEarlierVersionThatComesLateVoidsNothingNewer() {
        UUID patient = room.account("Ana", "en", "UTC");
        UUID visit = room.visit("Dr. A", 2, "booked");
        save(ofVersion(booked(patient, visit), 2));
        save(booked(patient, visit));
        assertThat(room.column("select state from reminder where appointment_id = $1 and version = 2", visit))
                .containsExactly("planned", "planned");
    }

    private void save(DomainEvent event) {
        transactions.inTransaction(tx -> plans.save(tx, planner.plan(event))).await().atMost(PATIENCE);
    }

    private static DomainEvent booked(UUID patient, UUID visit) {
        Instant start = Instant.now().plus(Duration.ofDays(3));
        return Examples.about("appointment.booked", patient, visit,
                Map.of("start", start.atOffset(ZoneOffset.UTC).toString(), "end",
                        start.plus(Duration.ofMinutes(30)).atOffset(ZoneOffset.UTC).toString()));
    }

    private static DomainEvent ofVersion(DomainEvent event, long version) {
        return new DomainEvent(event.id(), event.type(), event.aggregateType(), event.aggregateId(),
                event.occurredAt(), version, event.schemaVersion(), event.traceparent(), event.payload());
    }
}
