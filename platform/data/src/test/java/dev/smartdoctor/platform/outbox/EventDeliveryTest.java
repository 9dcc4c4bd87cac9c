package dev.smartdoctor.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@QuarkusTestResource(SelfListeningTestResource.class)
class EventDeliveryTest {
    @Inject
    Transactions transactions;
    @Inject
    Outbox outbox;
    @Inject
    Pool pool;

    @Test
    void deliversWhatWasCommitted() {
        DomainEvent event = DomainEvent.of("thing.happened", "thing", UUID.randomUUID(), 1, Instant.now(),
                new JsonObject());
        transactions.inTransaction(tx -> outbox.append(tx, event)).await().atMost(Duration.ofSeconds(5));
        await().untilAsserted(() -> assertThat(count("SELECT count(*) FROM effect")).isEqualTo(1));
        await().untilAsserted(() -> assertThat(count("SELECT count(*) FROM outbox")).isZero());
    }

    private long count(String query) {
        return pool.query(query).executeAndAwait().iterator().next().getLong(0);
    }
}
