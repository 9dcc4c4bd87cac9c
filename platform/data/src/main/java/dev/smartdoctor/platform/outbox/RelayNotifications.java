package dev.smartdoctor.platform.outbox;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Wakes the relays of the other replicas by LISTEN/NOTIFY. The notification is sent after the commit and at most every 20 ms,
 * not inside the transaction: a NOTIFY at commit takes a lock of the whole database server, one commit after the other.
 * What it misses, the sweep finds.
 */
@ApplicationScoped
class RelayNotifications {
    private static final Logger LOG = Logger.getLogger(RelayNotifications.class);
    private static final long BETWEEN_NOTIFICATIONS_MS = 20;
    private static final long BETWEEN_CONNECTS_MS = 2_000;

    private final OutboxConfig config;
    private final OutboxRelay relay;
    private final RelayWakeUp wakeUp;
    private final Pool pool;
    private final Vertx vertx;
    private final AtomicBoolean announced = new AtomicBoolean();
    private volatile PgConnection listening;
    private volatile boolean stopped;

    RelayNotifications(OutboxConfig config, OutboxRelay relay, RelayWakeUp wakeUp, Pool pool, Vertx vertx) {
        this.config = config;
        this.relay = relay;
        this.wakeUp = wakeUp;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (config.stream().isPresent()) {
            wakeUp.onWakeUp(this::committed);
            listen();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        PgConnection connection = listening;
        if (connection != null) {
            connection.closeAndForget();
        }
    }

    private void committed() {
        relay.wake();
        if (announced.compareAndSet(false, true)) {
            vertx.setTimer(BETWEEN_NOTIFICATIONS_MS, timer -> {
                announced.set(false);
                pool.query("NOTIFY outbox").execute().subscribe().with(rows -> {
                }, failure -> LOG.debugf("The other replicas' sweeps will find the events: %s", failure.toString()));
            });
        }
    }

    private void listen() {
        if (stopped) {
            return;
        }
        pool.getConnection().subscribe().with(connection -> {
            PgConnection postgres = PgConnection.cast(connection);
            listening = postgres;
            postgres.notificationHandler(notification -> relay.wake());
            postgres.closeHandler(this::listenLater);
            postgres.query("LISTEN outbox").execute().subscribe().with(rows -> relay.wake(),
                    failure -> postgres.closeAndForget());
        }, failure -> listenLater());
    }

    private void listenLater() {
        vertx.setTimer(BETWEEN_CONNECTS_MS, timer -> listen());
    }
}
