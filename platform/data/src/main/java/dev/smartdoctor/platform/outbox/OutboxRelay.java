package dev.smartdoctor.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.smartdoctor.platform.outbox.OutboxTable.Entry;
import dev.smartdoctor.platform.outbox.OutboxTable.Published;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Publishes outbox rows and publishes again what a group has not confirmed and the stream no longer holds. Every replica runs
 * one; row locks keep them apart. Killed between any two steps it leaves a row that is published once more, never one that is not.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final OutboxConfig config;
    private final EventStream stream;
    private final Pool pool;
    private final Vertx vertx;
    private final RelayWakeUp wakeUp;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile boolean failing;

    OutboxRelay(OutboxConfig config, EventStream stream, Pool pool, Vertx vertx, RelayWakeUp wakeUp) {
        this.config = config;
        this.stream = stream;
        this.pool = pool;
        this.vertx = vertx;
        this.wakeUp = wakeUp;
    }

    void start(@Observes StartupEvent event) {
        if (config.stream().isPresent()) {
            wakeUp.onWakeUp(this::wake);
            vertx.setPeriodic(config.sweep().toMillis(), timer -> sweep());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks for due rows now; while a round is under way, once more after it. Outage: the sweep alone goes on trying. */
    public void wake() {
        if (!failing) {
            sweep();
        }
    }

    private void sweep() {
        if (stopped) {
            return;
        }
        // Asked for first, and asked again after the round: a call that comes in between is never lost.
        again.set(true);
        if (!running.compareAndSet(false, true)) {
            return;
        }
        again.set(false);
        round().subscribe().with(this::finished, this::failed);
    }

    private void finished(int published) {
        failing = false;
        running.set(false);
        if (again.get() || published == config.batch()) {
            sweep();
        }
    }

    private void failed(Throwable failure) {
        if (!failing) {
            LOG.warnf("Events wait in the outbox: %s", failure.toString());
        }
        failing = true;
        running.set(false);
    }

    /** One round in one transaction; answers how many rows it held. */
    Uni<Integer> round() {
        return pool.withTransaction(tx -> OutboxTable.claimDue(tx, config.batch())
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(0) : publish(tx, due).replaceWith(due.size())));
    }

    private Uni<Void> publish(SqlConnection tx, List<Entry> due) {
        List<Entry> published = due.stream().filter(Entry::isPublished).toList();
        return stream.holds(name(), published.stream().map(Entry::entryId).toList())
                .chain(held -> {
                    List<Entry> missing = new ArrayList<>(due.stream().filter(entry -> !entry.isPublished()).toList());
                    List<Published> waiting = new ArrayList<>();
                    for (int i = 0; i < published.size(); i++) {
                        Entry entry = published.get(i);
                        if (held.get(i)) {
                            waiting.add(new Published(entry.event().id(), entry.entryId(), entry.offered()));
                        } else {
                            missing.add(entry);
                        }
                    }
                    return append(tx, missing)
                            .chain(() -> OutboxTable.markPublished(tx, waiting, config.confirmWithin()));
                });
    }

    private Uni<Void> append(SqlConnection tx, List<Entry> missing) {
        return stream.publish(name(), missing).chain(entryIds -> {
            List<Published> awaiting = new ArrayList<>();
            List<UUID> done = new ArrayList<>();
            for (int i = 0; i < missing.size(); i++) {
                Entry entry = missing.get(i);
                if (entry.awaitsConfirmation()) {
                    awaiting.add(new Published(entry.event().id(), entryIds.get(i), entry.ready()));
                } else {
                    done.add(entry.event().id());
                }
            }
            return OutboxTable.markPublished(tx, awaiting, config.confirmWithin())
                    .chain(() -> OutboxTable.delete(tx, done));
        });
    }

    private String name() {
        return config.stream().orElseThrow();
    }
}
