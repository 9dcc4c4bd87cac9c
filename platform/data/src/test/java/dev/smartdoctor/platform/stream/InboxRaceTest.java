package dev.smartdoctor.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.ThingEventType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** A stream delivers one event to two replicas at once where one was given up too early: the inbox is what they share. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class InboxRaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ROUNDS = Boolean.getBoolean("proof") ? 200 : 20;
    private static final int REPLICAS = 8;

    @Inject
    Inbox inbox;
    @Inject
    RecordingHandler handler;
    @Inject
    Pool pool;

    @Test
    void oneOfEightReplicasHasTheEffect() {
        for (int round = 0; round < ROUNDS; round++) {
            DomainEvent event = DomainEvent.of(ThingEventType.HAPPENED, UUID.randomUUID(), 1, Instant.now(),
                    new JsonObject());
            // The first to come fails: one of those who wait for it must take its place.
            handler.fail(event.id(), 1);
            List<Uni<Boolean>> replicas = IntStream.range(0, REPLICAS)
                    .mapToObj(index -> inbox.handleOnce(event, handler).replaceWith(true).onFailure()
                            .recoverWithItem(false))
                    .toList();
            List<Boolean> done = Uni.join().all(replicas).andFailFast().await().atMost(PATIENCE);
            assertThat(done).filteredOn(succeeded -> !succeeded).hasSize(1);
            assertThat(pool.preparedQuery("SELECT count(*) FROM effect WHERE event_id = $1")
                    .executeAndAwait(Tuple.of(event.id())).iterator().next().getLong(0)).isEqualTo(1);
        }
    }
}
