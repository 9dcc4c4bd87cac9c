package dev.smartdoctor.platform.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.sqlclient.Pool;

/** Starts a consumer for every {@link EventHandler} of the service, and forgets old inbox rows. */
@ApplicationScoped
public class StreamConsumers {
    private static final Logger LOG = Logger.getLogger(StreamConsumers.class);
    private static final long BETWEEN_CLEANINGS_MS = 3_600_000;

    private final Instance<EventHandler> handlers;
    private final StreamConfig config;
    private final Redis blocking;
    private final Redis redis;
    private final Inbox inbox;
    private final ProducerConfirmations producer;
    private final Pool pool;
    private final Vertx vertx;
    private final List<StreamConsumer> consumers = new ArrayList<>();

    StreamConsumers(@Any Instance<EventHandler> handlers, StreamConfig config,
            @RedisClientName("stream") Redis blocking,
            Redis redis, Inbox inbox, ProducerConfirmations producer, Pool pool, Vertx vertx) {
        this.handlers = handlers;
        this.config = config;
        this.blocking = blocking;
        this.redis = redis;
        this.inbox = inbox;
        this.producer = producer;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        // A new name at each start: what the former process left unacknowledged is claimed like anyone else's.
        String consumer = config.group() + "-" + UUID.randomUUID();
        for (EventHandler handler : handlers) {
            ConsumerGroup group = new ConsumerGroup(blocking, redis, handler.stream(), config.group(), consumer);
            EventAttempts attempts = new EventAttempts(handler, inbox, config, vertx);
            Settlement settlement = new Settlement(handler.stream(), group, producer, vertx);
            StreamConsumer loop = new StreamConsumer(handler.stream(), group, attempts, settlement, config, vertx);
            consumers.add(loop);
            loop.start();
        }
        vertx.setPeriodic(BETWEEN_CLEANINGS_MS, timer -> forgetOld());
    }

    void stop(@Observes ShutdownEvent event) {
        consumers.forEach(StreamConsumer::stop);
    }

    private void forgetOld() {
        String age = " < now() - interval '" + config.remember().toSeconds() + " seconds'";
        pool.query("DELETE FROM inbox WHERE done_at" + age).execute()
                .chain(() -> pool.query("DELETE FROM inbox_failure WHERE failed_at" + age).execute())
                .subscribe().with(rows -> {
                }, failure -> LOG.warnf("Old inbox rows could not be removed: %s", failure.toString()));
    }
}
