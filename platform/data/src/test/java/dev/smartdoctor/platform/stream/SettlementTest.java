package dev.smartdoctor.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import dev.smartdoctor.platform.outbox.Outbox;
import dev.smartdoctor.platform.outbox.ThingEventType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.sqlclient.Pool;

/** Nothing is confirmed or acknowledged before its effect is committed, and nothing is acknowledged before it is confirmed. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class SettlementTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STREAM = "test.events";
    private static final String GROUP = "settling";

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Inject
    Redis redis;

    @Inject
    Vertx vertx;

    @Inject
    RecordingHandler handler;

    @Test
    void whileAnEventFailsItIsNeitherConfirmedNorAcknowledged() {
        DomainEvent event = event();
        handler.fail(event.id(), 4);
        transactions.inTransaction(tx -> outbox.append(tx, event)).await().atMost(PATIENCE);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> count(
                "SELECT coalesce(sum(attempts), 0)::bigint FROM inbox_failure WHERE event_id = '" + event.id()
                        + "'") >= 3);
        assertThat(inOutbox(event)).isEqualTo(1);
        assertThat(pending(STREAM, "test-service")).isPositive();
        await().atMost(PATIENCE).until(() -> inOutbox(event) == 0);
        assertThat(count("SELECT count(*) FROM effect WHERE event_id = '" + event.id() + "'")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> pending(STREAM, "test-service") == 0);
    }

    @Test
    void eventOfATransactionThatFailsNeverWas() {
        DomainEvent event = event();
        DomainEvent after = event();
        assertThat(transactions.inTransaction(tx -> outbox.append(tx, event)
                .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("after the event"))))
                .onItemOrFailure().transform((item, failure) -> failure).await().atMost(PATIENCE))
                .hasMessage("after the event");
        assertThat(inOutbox(event)).isZero();
        transactions.inTransaction(tx -> outbox.append(tx, after)).await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> inOutbox(after) == 0);
        assertThat(count("SELECT count(*) FROM inbox WHERE event_id = '" + event.id() + "'")).isZero();
    }

    @Test
    void whatTheProducerCouldNotBeToldStaysUnacknowledged() {
        String stream = "settled." + UUID.randomUUID();
        ConsumerGroup group = new ConsumerGroup(redis, redis, stream, GROUP, "one");
        group.create().await().atMost(PATIENCE);
        Request add = Request.cmd(Command.XADD).arg(stream).arg("*");
        EventFields.write(event()).forEach((name, value) -> add.arg(name).arg(value));
        redis.sendAndAwait(add);
        List<StreamEntry> entries = group.readNew(1, Duration.ofMillis(100)).await().atMost(PATIENCE);
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger pendingWhenTold = new AtomicInteger();
        new Settlement(stream, group, new ProducerConfirmations(null, null) {
            @Override
            Uni<Void> confirm(String name, List<UUID> ids) {
                return redis.send(Request.cmd(Command.XPENDING).arg(stream).arg(GROUP))
                        .invoke(answer -> pendingWhenTold.addAndGet(answer.get(0).toInteger()))
                        .chain(() -> calls.incrementAndGet() < 3
                                ? Uni.createFrom().failure(new IllegalStateException("the producer is away"))
                                : Uni.createFrom().voidItem());
            }
        }, vertx).add(entries.get(0));
        await().atMost(PATIENCE).until(() -> pending(stream, GROUP) == 0);
        assertThat(calls).hasValue(3);
        assertThat(pendingWhenTold).as("still to be acknowledged at each of the three calls").hasValue(3);
    }

    private static DomainEvent event() {
        return DomainEvent.of(ThingEventType.HAPPENED, UUID.randomUUID(), 1, Instant.now(), new JsonObject());
    }

    private long inOutbox(DomainEvent event) {
        return count("SELECT count(*) FROM outbox WHERE id = '" + event.id() + "'");
    }

    private long pending(String stream, String group) {
        return redis.sendAndAwait(Request.cmd(Command.XPENDING).arg(stream).arg(group)).get(0).toLong();
    }

    private long count(String query) {
        return pool.query(query).executeAndAwait().iterator().next().getLong(0);
    }
}
