package dev.smartdoctor.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import dev.smartdoctor.platform.data.PostgresErrors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** The relay step by step, on a queue and a stream that the application's own relay does not see. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class RelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NAME = "relay-under-test";

    @Inject
    Vertx vertx;
    @Inject
    Redis redis;
    @Inject
    Pool admin;

    private final String stream = "relay." + UUID.randomUUID();
    private Pool pool;
    private Outbox outbox;

    @BeforeEach
    void prepare() {
        admin.query("DROP SCHEMA IF EXISTS apart CASCADE").executeAndAwait();
        admin.query("CREATE SCHEMA apart").executeAndAwait();
        admin.query("CREATE TABLE apart.outbox (LIKE public.outbox INCLUDING ALL)").executeAndAwait();
        PgConnectOptions options = PgConnectOptions.fromUri(System.getProperty(DataTestResource.DIRECT_URL))
                .setUser("postgres").setPassword("postgres")
                .addProperty("search_path", "apart").addProperty("application_name", NAME);
        pool = PgBuilder.pool().with(new PoolOptions().setMaxSize(4)).connectingTo(options).using(vertx).build();
        outbox = new Outbox(config(List.of("one", "two")), new RelayWakeUp());
    }

    @AfterEach
    void close() {
        pool.closeAndAwait();
    }

    @Test
    void publishesOnlyTheHeadOfAnAggregateUntilItIsConfirmed() {
        List<DomainEvent> events = ofOneAggregate(3);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        round(relay);
        round(relay);
        assertThat(published()).containsExactly(id(events.get(0)));
        confirm(List.of(events.get(0)), "one");
        round(relay);
        assertThat(published()).as("one of two groups is not enough").hasSize(1);
        confirm(List.of(events.get(0)), "two");
        round(relay);
        assertThat(published()).containsExactly(id(events.get(0)), id(events.get(1)));
    }

    @Test
    void forgetsAtOnceWhatNobodyMustConfirm() {
        outbox = new Outbox(config(List.of()), new RelayWakeUp());
        List<DomainEvent> events = ofOneAggregate(2);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        round(relay);
        round(relay);
        assertThat(published()).containsExactly(id(events.get(0)), id(events.get(1)));
        assertThat(rows()).isZero();
    }

    @Test
    void losesNoConfirmationWhenTwoGroupsConfirmAtOnce() {
        for (int round = 0; round < 10; round++) {
            List<DomainEvent> events = ofManyAggregates(100);
            append(events);
            List<DomainEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(round));
            Uni.combine().all().unis(confirming(events, "one"), confirming(shuffled, "two"),
                    confirming(shuffled.subList(0, 50), "one")).discardItems().await().atMost(PATIENCE);
            assertThat(rows()).isZero();
        }
    }

    @Test
    void keepsWhatCouldNotBePublished() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        failRound(relay(new EventStream(redis) {
            @Override
            Uni<List<String>> publish(String name, List<DomainEvent> batch) {
                return Uni.createFrom().failure(new IllegalStateException("killed before XADD"));
            }
        }));
        assertThat(published()).isEmpty();
        assertPublishedByTheNextRound(events, 1);
    }

    @Test
    void publishesAgainWhatItCouldNotMark() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        failRound(relay(new EventStream(redis) {
            @Override
            Uni<List<String>> publish(String name, List<DomainEvent> batch) {
                return super.publish(name, batch).chain(
                        () -> Uni.createFrom().failure(new IllegalStateException("killed after XADD")));
            }
        }));
        assertPublishedByTheNextRound(events, 2);
    }

    @Test
    void publishesAgainWhatWasMarkedWithoutACommit() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        admin.query("CREATE FUNCTION apart.refuse() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'killed at the commit'; END $$").executeAndAwait();
        admin.query("CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON apart.outbox DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION apart.refuse()").executeAndAwait();
        failRound(relay(new EventStream(redis)));
        admin.query("DROP TRIGGER refuse ON apart.outbox").executeAndAwait();
        assertPublishedByTheNextRound(events, 2);
    }

    @Test
    void survivesTheLossOfItsConnection() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        failRound(relay(new EventStream(redis) {
            @Override
            Uni<List<String>> publish(String name, List<DomainEvent> batch) {
                return super.publish(name, batch).call(() -> admin.query("SELECT pg_terminate_backend(pid)"
                        + " FROM pg_stat_activity WHERE application_name = '" + NAME + "'").execute());
            }
        }));
        // Whichever connections the pool has not yet seen close.
        await().ignoreExceptions().until(() -> rows() == 5);
        assertPublishedByTheNextRound(events, 2);
    }

    @Test
    void sharesTheWorkWithOtherRelays() {
        List<DomainEvent> events = ofManyAggregates(400);
        append(events);
        OutboxRelay one = relay(new EventStream(redis));
        OutboxRelay two = relay(new EventStream(redis));
        for (int i = 0; i < 20; i++) {
            Uni.combine().all().unis(one.round(), two.round()).discardItems().await().atMost(PATIENCE);
        }
        assertThat(published()).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    void publishesAgainWhatTheStreamNoLongerHolds() {
        List<DomainEvent> events = ofManyAggregates(5);
        append(events);
        OutboxRelay relay = relay(new EventStream(redis));
        round(relay);
        makeDue();
        round(relay);
        assertThat(published()).as("still there, so nothing to do").hasSize(5);
        redis.sendAndAwait(Request.cmd(Command.DEL).arg(stream));
        makeDue();
        assertPublishedByTheNextRound(events, 1);
    }

    private void assertPublishedByTheNextRound(List<DomainEvent> events, int times) {
        round(relay(new EventStream(redis)));
        List<String> published = published();
        assertThat(events)
                .allSatisfy(event -> assertThat(Collections.frequency(published, id(event))).isEqualTo(times));
        confirm(events, "one");
        confirm(events, "two");
        assertThat(rows()).isZero();
    }

    private void makeDue() {
        pool.query("UPDATE outbox SET next_look_at = now()").executeAndAwait();
    }

    private OutboxRelay relay(EventStream events) {
        return new OutboxRelay(config(List.of("one", "two")), events, pool, vertx.getDelegate(), new RelayWakeUp());
    }

    private static void round(OutboxRelay relay) {
        relay.round().await().atMost(PATIENCE);
    }

    private static void failRound(OutboxRelay relay) {
        assertThat(relay.round().onItemOrFailure().transform((rows, failure) -> failure != null).await()
                .atMost(PATIENCE)).as("the round failed").isTrue();
    }

    private void append(List<DomainEvent> events) {
        pool.withTransaction(tx -> outbox.appendAll(tx, events)).await().atMost(PATIENCE);
    }

    private void confirm(List<DomainEvent> events, String group) {
        confirming(events, group).await().atMost(PATIENCE);
    }

    private Uni<Void> confirming(List<DomainEvent> events, String group) {
        List<UUID> ids = events.stream().map(DomainEvent::id).toList();
        return Uni.createFrom().deferred(() -> pool.withTransaction(tx -> OutboxTable.confirm(tx, ids, group)))
                .onFailure(PostgresErrors::isTransient).retry().atMost(5);
    }

    private List<String> published() {
        List<String> ids = new ArrayList<>();
        for (Response entry : redis.sendAndAwait(Request.cmd(Command.XRANGE).arg(stream).arg("-").arg("+"))) {
            ids.add(entry.get(1).get(1).toString());
        }
        return ids;
    }

    private long rows() {
        return pool.query("SELECT count(*) FROM outbox").executeAndAwait().iterator().next().getLong(0);
    }

    private static String id(DomainEvent event) {
        return event.id().toString();
    }

    private static List<DomainEvent> ofOneAggregate(int count) {
        UUID aggregate = UUID.randomUUID();
        return IntStream.rangeClosed(1, count).mapToObj(version -> event(aggregate, version)).toList();
    }

    private static List<DomainEvent> ofManyAggregates(int count) {
        return IntStream.range(0, count).mapToObj(i -> event(UUID.randomUUID(), 1)).toList();
    }

    private static DomainEvent event(UUID aggregate, int version) {
        return DomainEvent.of("thing.happened", "thing", aggregate, version, Instant.now(), new JsonObject());
    }

    private OutboxConfig config(List<String> groups) {
        return new OutboxConfig() {
            @Override
            public Optional<String> stream() {
                return Optional.of(stream);
            }

            @Override
            public Optional<List<String>> groups() {
                return Optional.of(groups);
            }

            @Override
            public Duration sweep() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration confirmWithin() {
                return Duration.ofSeconds(5);
            }

            @Override
            public int batch() {
                return 64;
            }

            @Override
            public int keepInStream() {
                return 1000;
            }
        };
    }
}
