package dev.smartdoctor.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.smartdoctor.platform.data.DataTestResource;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.Outbox;
import dev.smartdoctor.platform.outbox.ThingEventType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

/** Measures, and asserts nothing of time: {@code -Dproof=true -Ddirect=true -Dtest=ThroughputTest}. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
@EnabledIfSystemProperty(named = "proof", matches = "true")
class ThroughputTest {
    private static final Logger LOG = Logger.getLogger(ThroughputTest.class);
    private static final int EVENTS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Transactions transactions;
    @Inject
    Outbox outbox;
    @Inject
    Pool pool;

    @Test
    void carriesEventsFromTransactionToConfirmation() {
        for (int round = 1; round <= 3; round++) {
            long handledBefore = count("effect");
            Instant start = Instant.now();
            Multi.createFrom().range(0, EVENTS).onItem().transformToUni(i -> append()).merge(14).collect().last()
                    .await()
                    .atMost(PATIENCE);
            Duration appended = Duration.between(start, Instant.now());
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> count("outbox") == 0);
            Duration drained = Duration.between(start, Instant.now());
            assertThat(count("effect") - handledBefore).isEqualTo(EVENTS);
            LOG.infof("Round %d: %d events, one transaction each: appended %d a second, confirmed %d a second", round,
                    EVENTS, EVENTS * 1000L / appended.toMillis(), EVENTS * 1000L / drained.toMillis());
        }
    }

    private io.smallrye.mutiny.Uni<Void> append() {
        return transactions.inTransaction(tx -> outbox.append(tx, DomainEvent.of(ThingEventType.HAPPENED,
                UUID.randomUUID(), 1, Instant.now(), new JsonObject().put("doctorId", UUID.randomUUID().toString()))));
    }

    private long count(String table) {
        return pool.query("SELECT count(*) FROM " + table).executeAndAwait().iterator().next().getLong(0);
    }
}
