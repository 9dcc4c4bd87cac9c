package dev.smartdoctor.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class TableGaugesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NO_TURN_YET = """
            INSERT INTO outbox (id, type, aggregate_type, aggregate_id, occurred_at, version, schema_version, payload,
                                pending_groups, next_look_at)
            VALUES ($1, 'thing.happened', 'thing', $1, now() - interval '1 hour', 1, 1, '{}', '{nobody}',
                    now() + interval '1 hour')""";
    private static final String GIVEN_UP = """
            INSERT INTO dead_letter (id, stream, type, aggregate_type, aggregate_id, occurred_at, version, schema_version,
                                     payload, reason, replayed_at)
            VALUES ($1, 'test.events', 'thing.happened', 'thing', $1, now(), 1, 1, '{}', 'told to fail', $2)""";

    @Inject
    TableGauges gauges;
    @Inject
    MeterRegistry meters;
    @Inject
    Pool pool;

    private final UUID id = UUID.randomUUID();

    @AfterEach
    void takeBack() {
        TcpForwarder.giveBack();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> pool.preparedQuery("DELETE FROM outbox WHERE id = $1")
                .execute(Tuple.of(id)).await().atMost(Duration.ofSeconds(3)) != null);
    }

    @Test
    void showsHowLongEventsWait() {
        pool.preparedQuery(NO_TURN_YET).executeAndAwait(Tuple.of(id));
        read();
        assertThat(value("outbox.rows")).isGreaterThanOrEqualTo(1);
        assertThat(value("outbox.oldest.seconds")).isBetween(3_600.0, 3_700.0);
    }

    @Test
    void countsTheDeadLettersThatNobodyHasSeenTo() {
        read();
        double before = value("dead.letters");
        pool.preparedQuery(GIVEN_UP).executeAndAwait(Tuple.of(id, null));
        pool.preparedQuery(GIVEN_UP).executeAndAwait(Tuple.of(UUID.randomUUID(), OffsetDateTime.now()));
        read();
        assertThat(value("dead.letters")).isEqualTo(before + 1);
    }

    @Test
    void showsNoOldNumberWhileTheDatabaseIsAway() {
        read();
        assertThat(value("outbox.rows")).isNotNaN();
        TcpForwarder.takeAway();
        await().atMost(PATIENCE).untilAsserted(() -> {
            read();
            assertThat(value("outbox.rows")).isNaN();
            assertThat(value("dead.letters")).isNaN();
        });
    }

    private void read() {
        gauges.readAll().await().atMost(PATIENCE);
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }
}
