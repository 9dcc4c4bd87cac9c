package dev.smartdoctor.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.notification.Mailroom;
import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.data.TableGauges;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The rows here are due in a year, so that the service's own worker never touches them. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class DeliveryGaugesTest {
    @Inject
    Mailroom room;
    @Inject
    TableGauges gauges;
    @Inject
    MeterRegistry meters;

    @Test
    void mailsTriedInVainAreFailingAndGivenUpOnesDead() {
        double failing = value("deliveries.failing");
        double dead = value("deliveries.dead");
        row("due", 0);
        row("due", 1);
        row("unknown", 2);
        row("sent", 3);
        row("void", 1);
        row("dead", 5);
        assertThat(value("deliveries.failing")).isEqualTo(failing + 2);
        assertThat(value("deliveries.dead")).isEqualTo(dead + 1);
    }

    private double value(String gauge) {
        gauges.readAll().await().atMost(Duration.ofSeconds(10));
        return meters.get(gauge).gauge().value();
    }

    private void row(String state, int attempts) {
        room.change("""
                insert into delivery (id, event_id, account_id, channel, kind, state, facts, attempts, next_attempt_at,
                    created_at)
                values ($1, $1, $1, 'email', 'password_changed', $2, '{}', $3, now() + interval '1 year', now())""",
                UUID.randomUUID(), state, attempts);
    }
}
