package dev.smartdoctor.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import dev.smartdoctor.platform.outbox.Outbox;
import dev.smartdoctor.platform.outbox.ThingEventType;
import dev.smartdoctor.platform.page.PageRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** From the transaction that made an event to its effect at a consumer, over real PostgreSQL and Redis. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class EventDeliveryTest {
    private static final String STREAM = "test.events";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Transactions transactions;
    @Inject
    Outbox outbox;
    @Inject
    Pool pool;
    @Inject
    Redis redis;
    @Inject
    RecordingHandler handler;
    @Inject
    DeadLetters deadLetters;

    @BeforeEach
    void settle() {
        untilOutboxIsEmpty();
    }

    @Test
    void publishesAndHandlesOnce() {
        List<DomainEvent> events = things(50, 1);
        append(events);
        untilOutboxIsEmpty();
        assertThat(effects(events)).isEqualTo(50);
        List<String> published = published();
        assertThat(events).allSatisfy(event -> assertThat(Collections.frequency(published, event.id().toString()))
                .isEqualTo(1));
        await().untilAsserted(() -> assertThat(pending()).isZero());
    }

    @Test
    void keepsTheOrderOfEachAggregate() {
        List<DomainEvent> events = things(20, 10);
        append(events);
        untilOutboxIsEmpty();
        assertThat(effects(events)).isEqualTo(200);
        for (UUID aggregate : events.stream().map(DomainEvent::aggregateId).distinct().toList()) {
            assertThat(versions(aggregate)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        }
    }

    @Test
    void survivesTheLossOfAllThatRedisHolds() {
        List<DomainEvent> events = things(300, 2);
        for (int from = 0; from < events.size(); from += 50) {
            append(events.subList(from, from + 50));
            if (from % 100 == 0) {
                redis.sendAndAwait(Request.cmd(Command.FLUSHALL));
            }
        }
        untilOutboxIsEmpty();
        assertThat(effects(events)).as("each handled once").isEqualTo(events.size());
        assertThat(distinctEffects(events)).as("none lost").isEqualTo(events.size());
    }

    @Test
    void publishesAgainWhatRedisLostBeforeItWasHandled() {
        DomainEvent event = thing(UUID.randomUUID(), 1);
        handler.fail(event.id(), 3);
        append(List.of(event));
        await().atMost(PATIENCE).until(() -> published().contains(event.id().toString()));
        redis.sendAndAwait(Request.cmd(Command.FLUSHALL));
        untilOutboxIsEmpty();
        assertThat(effects(List.of(event))).isEqualTo(1);
    }

    @Test
    void handlesDuplicatesOnce() {
        DomainEvent event = thing(UUID.randomUUID(), 1);
        for (int i = 0; i < 5; i++) {
            publish(event);
        }
        DomainEvent last = thing(UUID.randomUUID(), 1);
        publish(last);
        await().atMost(PATIENCE).until(() -> effects(List.of(last)) == 1 && pending() == 0);
        assertThat(effects(List.of(event))).isEqualTo(1);
    }

    /** As after a kill between the commit and the confirmation. */
    @Test
    void confirmsWhatItFindsDone() {
        DomainEvent event = thing(UUID.randomUUID(), 1);
        transactions.inTransaction(tx -> outbox.append(tx, event).chain(() -> tx
                .preparedQuery("INSERT INTO inbox (event_id) VALUES ($1)").execute(Tuple.of(event.id()))))
                .await().atMost(PATIENCE);
        untilOutboxIsEmpty();
        assertThat(published()).contains(event.id().toString());
        assertThat(effects(List.of(event))).isZero();
        await().untilAsserted(() -> assertThat(pending()).isZero());
    }

    @Test
    void triesAgainAfterFailures() {
        DomainEvent event = thing(UUID.randomUUID(), 1);
        handler.fail(event.id(), 2);
        append(List.of(event));
        untilOutboxIsEmpty();
        assertThat(effects(List.of(event))).isEqualTo(1);
        assertThat(letter(event.id())).isEmpty();
    }

    @Test
    void putsAsideWhatFailsFiveTimesAndGoesOn() {
        UUID aggregate = UUID.randomUUID();
        DomainEvent poison = thing(aggregate, 1);
        DomainEvent next = thing(aggregate, 2);
        handler.fail(poison.id(), 5);
        append(List.of(poison, next));
        untilOutboxIsEmpty();
        assertThat(versions(aggregate)).containsExactly(2L);
        assertThat(letter(poison.id())).hasSize(1).first()
                .satisfies(letter -> assertThat(letter.reason()).contains("told to fail"));
    }

    @Test
    void replaysADeadLetterOnce() {
        DomainEvent poison = thing(UUID.randomUUID(), 1);
        handler.fail(poison.id(), 6);
        append(List.of(poison));
        untilOutboxIsEmpty();
        assertThat(deadLetters.replay(poison.id()).onFailure().recoverWithItem(false).await().atMost(PATIENCE))
                .as("its cause is not mended").isFalse();
        assertThat(letter(poison.id()).get(0).replayedAt()).isNull();
        assertThat(deadLetters.replay(poison.id()).await().atMost(PATIENCE)).isTrue();
        assertThat(deadLetters.replay(poison.id()).await().atMost(PATIENCE)).isFalse();
        assertThat(deadLetters.replay(UUID.randomUUID()).await().atMost(PATIENCE)).isFalse();
        assertThat(effects(List.of(poison))).isEqualTo(1);
        assertThat(letter(poison.id()).get(0).replayedAt()).isNotNull();
    }

    @Test
    void doesNotLetAFailingEventHoldUpOthers() {
        DomainEvent poison = thing(UUID.randomUUID(), 1);
        handler.fail(poison.id(), 4);
        append(List.of(poison));
        await().atMost(PATIENCE).until(() -> failures(poison.id()) > 0);
        List<DomainEvent> others = things(10, 1);
        append(others);
        await().atMost(PATIENCE).until(() -> effects(others) == 10);
        assertThat(effects(List.of(poison))).as("still being tried").isZero();
        untilOutboxIsEmpty();
        assertThat(effects(List.of(poison))).isEqualTo(1);
    }

    @Test
    void passesOverWhatIsNoEvent() {
        send(Request.cmd(Command.XADD).arg(STREAM).arg("*").arg("nonsense").arg("1"));
        send(Request.cmd(Command.XADD).arg(STREAM).arg("*").arg("id").arg("x").arg("payload").arg("{"));
        DomainEvent event = thing(UUID.randomUUID(), 1);
        append(List.of(event));
        untilOutboxIsEmpty();
        assertThat(effects(List.of(event))).isEqualTo(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pending()).isZero());
    }

    @Test
    void confirmsTypesThatMeanNothingHere() {
        DomainEvent event = DomainEvent.of(ThingEventType.IGNORED, UUID.randomUUID(), 1, Instant.now(),
                new JsonObject());
        append(List.of(event));
        untilOutboxIsEmpty();
        assertThat(effects(List.of(event))).isZero();
    }

    @Test
    void passesOverWhatIsWithheldFromItAndDoesNotConfirmIt() {
        DomainEvent event = thing(UUID.randomUUID(), 2);
        transactions.inTransaction(tx -> outbox.append(tx, event).chain(() -> tx
                .preparedQuery("UPDATE outbox SET next_look_at = now() + interval '1 hour' WHERE id = $1")
                .execute(Tuple.of(event.id())))).await().atMost(PATIENCE);
        publish(event, "another-service,test-service");
        DomainEvent last = thing(UUID.randomUUID(), 1);
        publish(last, "another-service");
        await().atMost(PATIENCE).until(() -> effects(List.of(last)) == 1 && pending() == 0);
        assertThat(effects(List.of(event))).isZero();
        assertThat(count("SELECT count(*) FROM outbox")).isEqualTo(1);

        pool.query("UPDATE outbox SET next_look_at = now()").executeAndAwait();
        untilOutboxIsEmpty();
        assertThat(effects(List.of(event))).isEqualTo(1);
    }

    @Test
    void takesOverWhatAnotherConsumerAbandoned() {
        DomainEvent event = thing(UUID.randomUUID(), 1);
        List<String> arguments = new ArrayList<>(List.of(STREAM, "test-service"));
        EventFields.write(event).forEach((name, value) -> Collections.addAll(arguments, name, value));
        Request script = Request.cmd(Command.EVAL).arg("""
                local fields = {}
                for i = 2, #ARGV do fields[i - 1] = ARGV[i] end
                redis.call('XADD', KEYS[1], '*', unpack(fields))
                return redis.call('XREADGROUP', 'GROUP', ARGV[1], 'dead', 'STREAMS', KEYS[1], '>')""").arg(1);
        arguments.forEach(script::arg);
        assertThat(send(script)).isNotNull();
        await().atMost(PATIENCE).until(() -> effects(List.of(event)) == 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pending()).isZero());
    }

    @Test
    void belongsToTheTraceOfItsCause() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        DomainEvent cause = thing(UUID.randomUUID(), 1);
        DomainEvent traced = new DomainEvent(cause.id(), cause.type(), cause.aggregateType(), cause.aggregateId(),
                cause.occurredAt(), 1, 1, "00-" + traceId + "-00f067aa0ba902b7-00", cause.payload());
        append(List.of(traced));
        untilOutboxIsEmpty();
        assertThat(pool.preparedQuery("SELECT traceparent FROM effect WHERE event_id = $1")
                .executeAndAwait(Tuple.of(traced.id())).iterator().next().getString(0)).contains(traceId);
    }

    private static DomainEvent thing(UUID aggregate, long version) {
        return DomainEvent.of(ThingEventType.HAPPENED, aggregate, version, Instant.now(),
                new JsonObject().put("thingId", aggregate.toString()));
    }

    /** All first versions, then all second ones, and so on. */
    private static List<DomainEvent> things(int aggregates, int versions) {
        List<UUID> ids = IntStream.range(0, aggregates).mapToObj(i -> UUID.randomUUID()).toList();
        return IntStream.rangeClosed(1, versions).boxed()
                .flatMap(version -> ids.stream().map(id -> thing(id, version))).toList();
    }

    private void append(List<DomainEvent> events) {
        transactions.inTransaction(tx -> outbox.appendAll(tx, events)).await().atMost(PATIENCE);
    }

    private void publish(DomainEvent event) {
        Request add = Request.cmd(Command.XADD).arg(STREAM).arg("*");
        EventFields.write(event).forEach((name, value) -> add.arg(name).arg(value));
        send(add);
    }

    private void publish(DomainEvent event, String notYetFor) {
        Request add = Request.cmd(Command.XADD).arg(STREAM).arg("*");
        EventFields.write(event).forEach((name, value) -> add.arg(name).arg(value));
        send(add.arg("notYetFor").arg(notYetFor));
    }

    private Response send(Request request) {
        return redis.sendAndAwait(request);
    }

    private List<String> published() {
        List<String> ids = new ArrayList<>();
        for (Response entry : send(Request.cmd(Command.XRANGE).arg(STREAM).arg("-").arg("+"))) {
            ids.add(entry.get(1).get(1).toString());
        }
        return ids;
    }

    private long pending() {
        return send(Request.cmd(Command.XPENDING).arg(STREAM).arg("test-service")).get(0).toLong();
    }

    private void untilOutboxIsEmpty() {
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM outbox") == 0);
    }

    private long effects(List<DomainEvent> events) {
        return count("SELECT count(*) FROM effect WHERE event_id = ANY($1)", events);
    }

    private long distinctEffects(List<DomainEvent> events) {
        return count("SELECT count(DISTINCT event_id) FROM effect WHERE event_id = ANY($1)", events);
    }

    private long count(String query, List<DomainEvent> events) {
        UUID[] ids = events.stream().map(DomainEvent::id).toArray(UUID[]::new);
        return pool.preparedQuery(query).executeAndAwait(Tuple.tuple().addArrayOfUUID(ids)).iterator().next()
                .getLong(0);
    }

    private long count(String query) {
        return pool.query(query).executeAndAwait().iterator().next().getLong(0);
    }

    private long failures(UUID event) {
        return count("SELECT coalesce(sum(attempts), 0)::bigint FROM inbox_failure WHERE event_id = '" + event + "'");
    }

    private List<Long> versions(UUID aggregate) {
        var rows = pool.preparedQuery("SELECT version FROM effect WHERE aggregate_id = $1 ORDER BY seq")
                .executeAndAwait(Tuple.of(aggregate));
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getLong(0)).toList();
    }

    private List<DeadLetterView> letter(UUID id) {
        return deadLetters.list(PageRequest.of(0, 100)).await().atMost(PATIENCE).items().stream()
                .filter(letter -> letter.id().equals(id)).toList();
    }
}
