package dev.smartdoctor.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.data.DataTestResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.sqlclient.Pool;

/** What sets a relay going: its own replica's commits, another's by NOTIFY, and, where nobody said anything, the sweep. */
@QuarkusTest
@QuarkusTestResource(DataTestResource.class)
class RelayWakingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final String NAME = "relay-waking-test";

    @Inject
    Vertx vertx;

    @Inject
    Redis redis;

    @Inject
    Pool admin;

    private final String stream = "waking." + UUID.randomUUID();
    private Pool pool;

    @BeforeEach
    void prepare() {
        pool = SeparateQueue.pool(admin, vertx, NAME);
    }

    @AfterEach
    void close() {
        pool.closeAndAwait();
    }

    @Test
    void commitOfAnotherReplicaWakesByNotification() {
        Replica here = new Replica(false);
        Replica there = new Replica(true);
        try {
            here.listens();
            there.listens();
            there.commits();
            await().atMost(PATIENCE).until(() -> published() == 1);
            assertThat(there.wakes).as("its own commit").hasValueGreaterThan(1);
        } finally {
            here.stop();
            there.stop();
        }
    }

    @Test
    void listensAgainWhenItsConnectionWasCut() {
        Replica here = new Replica(false);
        try {
            here.listens();
            int before = here.wakes.get();
            admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + NAME
                    + "' AND query = 'LISTEN outbox'").executeAndAwait();
            await().atMost(PATIENCE).until(() -> here.wakes.get() > before);
            insert();
            admin.query("NOTIFY outbox").executeAndAwait();
            await().atMost(PATIENCE).until(() -> published() == 1);
        } finally {
            here.stop();
        }
    }

    @Test
    void sweepFindsWhatNobodyAnnounced() {
        RelayWakeUp wakeUp = new RelayWakeUp();
        OutboxRelay relay = new OutboxRelay(config(Duration.ofMillis(200)), new EventStream(redis), pool,
                vertx.getDelegate(),
                wakeUp);
        relay.start(new StartupEvent());
        try {
            insert();
            await().atMost(PATIENCE).until(() -> published() == 1);
        } finally {
            relay.stop(new ShutdownEvent());
        }
    }

    @Test
    void sweepGoesOnAfterAnOutage() {
        AtomicInteger tries = new AtomicInteger();
        OutboxRelay relay = new OutboxRelay(config(Duration.ofMillis(100)), new EventStream(redis) {
            @Override
            Uni<List<String>> publish(String name, List<OutboxTable.Entry> batch) {
                return tries.incrementAndGet() < 4
                        ? Uni.createFrom().failure(new IllegalStateException("Redis is away"))
                        : super.publish(name, batch);
            }
        }, pool, vertx.getDelegate(), new RelayWakeUp());
        relay.start(new StartupEvent());
        try {
            insert();
            await().atMost(PATIENCE).until(() -> published() == 1);
            assertThat(tries).hasValue(4);
        } finally {
            relay.stop(new ShutdownEvent());
        }
    }

    /** A relay that never sweeps, and what wakes it; one that is deaf looks for nothing itself. */
    private final class Replica {
        private final AtomicInteger wakes = new AtomicInteger();
        private final RelayWakeUp wakeUp = new RelayWakeUp();
        private final RelayNotifications notifications;

        private Replica(boolean deaf) {
            OutboxConfig config = config(NEVER);
            OutboxRelay relay = new OutboxRelay(config, new EventStream(redis), pool, vertx.getDelegate(), wakeUp) {
                @Override
                public void wake() {
                    wakes.incrementAndGet();
                    if (!deaf) {
                        super.wake();
                    }
                }
            };
            notifications = new RelayNotifications(config, relay, wakeUp, pool, vertx.getDelegate());
        }

        private void listens() {
            notifications.start(new StartupEvent());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(wakes).hasPositiveValue());
        }

        private void commits() {
            long before = wakeUp.count();
            Outbox outbox = new Outbox(config(NEVER), wakeUp);
            pool.withTransaction(tx -> outbox.append(tx, event())).await().atMost(PATIENCE);
            wakeUp.afterCommit(before);
        }

        private void stop() {
            notifications.stop(new ShutdownEvent());
        }
    }

    private void insert() {
        pool.withTransaction(tx -> new Outbox(config(NEVER), new RelayWakeUp()).append(tx, event())).await()
                .atMost(PATIENCE);
    }

    private static DomainEvent event() {
        return DomainEvent.of(ThingEventType.HAPPENED, UUID.randomUUID(), 1, Instant.now(), new JsonObject());
    }

    private long published() {
        return redis.sendAndAwait(Request.cmd(Command.XLEN).arg(stream)).toLong();
    }

    private OutboxConfig config(Duration sweep) {
        return SeparateQueue.of(stream, List.of("one")).sweepingEvery(sweep);
    }
}
