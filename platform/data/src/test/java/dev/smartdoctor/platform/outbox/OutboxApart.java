package dev.smartdoctor.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.smartdoctor.platform.data.PostgresErrors;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.mutiny.sqlclient.Pool;

/** A queue and a stream that the application's own relay does not see, for two groups, "one" and "two". */
abstract class OutboxApart {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final String NAME = "apart";

    @Inject
    Vertx vertx;
    @Inject
    Redis redis;
    @Inject
    Pool admin;

    final String stream = "relay." + UUID.randomUUID();
    Pool pool;
    Outbox outbox;

    @BeforeEach
    void prepare() {
        pool = SeparateQueue.pool(admin, vertx, NAME);
        outbox = new Outbox(config(List.of("one", "two")), new RelayWakeUp());
    }

    @AfterEach
    void close() {
        pool.closeAndAwait();
    }

    void makeDue() {
        pool.query("UPDATE outbox SET next_look_at = now()").executeAndAwait();
    }

    OutboxRelay relay(EventStream events) {
        return new OutboxRelay(config(List.of("one", "two")), events, pool, vertx.getDelegate(), new RelayWakeUp());
    }

    static void round(OutboxRelay relay) {
        relay.round().await().atMost(PATIENCE);
    }

    static void failRound(OutboxRelay relay) {
        assertThat(relay.round().onItemOrFailure().transform((rows, failure) -> failure != null).await()
                .atMost(PATIENCE)).as("the round failed").isTrue();
    }

    void append(List<DomainEvent> events) {
        pool.withTransaction(tx -> outbox.appendAll(tx, events)).await().atMost(PATIENCE);
    }

    void confirm(List<DomainEvent> events, String group) {
        confirming(events, group).await().atMost(PATIENCE);
    }

    Uni<Void> confirming(List<DomainEvent> events, String group) {
        return confirmingIds(events.stream().map(DomainEvent::id).toList(), group);
    }

    Uni<Void> confirmingIds(List<UUID> ids, String group) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(tx -> OutboxTable.confirmAmongOthers(tx, ids, group)))
                .onFailure(PostgresErrors::isTransient).retry().atMost(5);
    }

    List<String> published() {
        List<String> ids = new ArrayList<>();
        for (Response entry : redis.sendAndAwait(Request.cmd(Command.XRANGE).arg(stream).arg("-").arg("+"))) {
            ids.add(entry.get(1).get(1).toString());
        }
        return ids;
    }

    long rows() {
        return pool.query("SELECT count(*) FROM outbox").executeAndAwait().iterator().next().getLong(0);
    }

    static String id(DomainEvent event) {
        return event.id().toString();
    }

    static List<DomainEvent> ofOneAggregate(int count) {
        UUID aggregate = UUID.randomUUID();
        return IntStream.rangeClosed(1, count).mapToObj(version -> event(aggregate, version)).toList();
    }

    static List<DomainEvent> ofManyAggregates(int count) {
        return IntStream.range(0, count).mapToObj(i -> event(UUID.randomUUID(), 1)).toList();
    }

    static DomainEvent event(UUID aggregate, int version) {
        return DomainEvent.of(ThingEventType.HAPPENED, aggregate, version, Instant.now(), new JsonObject());
    }

    OutboxConfig config(List<String> groups) {
        return SeparateQueue.of(stream, groups);
    }
}
