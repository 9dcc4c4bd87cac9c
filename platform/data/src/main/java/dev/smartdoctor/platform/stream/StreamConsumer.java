package dev.smartdoctor.platform.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jboss.logging.Logger;

import dev.smartdoctor.platform.data.DatabaseFailures;
import dev.smartdoctor.platform.outbox.DomainEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * One stream's loop: read, handle each aggregate's events in order and different aggregates at once, confirm to the producer,
 * acknowledge to Redis. Confirmed before acknowledged: a crash in between has the entry delivered again, found in the inbox, and
 * confirmed again.
 */
final class StreamConsumer {
    private static final Logger LOG = Logger.getLogger(StreamConsumer.class);
    private static final Duration AFTER_OUTAGE = Duration.ofMillis(500);
    private static final int BACK_OFF_FACTOR = 3;

    private final EventHandler handler;
    private final ConsumerGroup group;
    private final Inbox inbox;
    private final ProducerConfirmations producer;
    private final StreamConfig config;
    private final Vertx vertx;
    private long claimedAt;
    private volatile boolean stopped;
    private boolean interrupted;

    StreamConsumer(EventHandler handler, ConsumerGroup group, Inbox inbox, ProducerConfirmations producer,
            StreamConfig config,
            Vertx vertx) {
        this.handler = handler;
        this.group = group;
        this.inbox = inbox;
        this.producer = producer;
        this.config = config;
        this.vertx = vertx;
    }

    void start() {
        group.create().chain(this::turn).subscribe().with(done -> next(), this::interrupted);
    }

    void stop() {
        stopped = true;
    }

    private void next() {
        if (interrupted) {
            interrupted = false;
            LOG.infof("The stream %s is read again", handler.stream());
        }
        if (!stopped) {
            turn().subscribe().with(done -> next(), this::interrupted);
        }
    }

    private void interrupted(Throwable failure) {
        if (!interrupted) {
            LOG.warnf("The stream %s cannot be read at the moment: %s", handler.stream(), failure.toString());
        }
        interrupted = true;
        if (!stopped) {
            vertx.setTimer(AFTER_OUTAGE.toMillis(), timer -> {
                if (ConsumerGroup.isGroupMissing(failure)) {
                    start();
                } else {
                    next();
                }
            });
        }
    }

    private Uni<Void> turn() {
        return abandoned().chain(this::work)
                .chain(() -> group.readNew(config.batch(), config.block()))
                .chain(this::work);
    }

    private Uni<List<StreamEntry>> abandoned() {
        long now = System.nanoTime();
        if (claimedAt != 0 && now - claimedAt < config.claimAfter().toNanos() / 2) {
            return Uni.createFrom().item(List.of());
        }
        claimedAt = now;
        return group.claim(config.batch(), config.claimAfter());
    }

    private Uni<Void> work(List<StreamEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Collection<UUID> done = new ConcurrentLinkedQueue<>();
        return Multi.createFrom().iterable(byAggregate(entries))
                .onItem().transformToUni(ordered -> handleInOrder(ordered, done)).merge(config.concurrency())
                .collect().last()
                .invoke(handler::afterCommit)
                .chain(() -> producer.confirm(handler.stream(), new ArrayList<>(done)))
                .chain(() -> group.acknowledge(entries));
    }

    private static Collection<List<StreamEntry>> byAggregate(List<StreamEntry> entries) {
        Map<String, List<StreamEntry>> aggregates = new LinkedHashMap<>();
        for (StreamEntry entry : entries) {
            aggregates.computeIfAbsent(entry.aggregate(), id -> new ArrayList<>()).add(entry);
        }
        return aggregates.values();
    }

    private Uni<Void> handleInOrder(List<StreamEntry> ordered, Collection<UUID> done) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (StreamEntry entry : ordered) {
            all = all.chain(() -> handle(entry, done));
        }
        return all;
    }

    private Uni<Void> handle(StreamEntry entry, Collection<UUID> done) {
        DomainEvent event;
        try {
            event = entry.event();
        } catch (RuntimeException e) {
            // Not an event of ours: nobody waits for its confirmation, and it would fail for ever.
            LOG.errorf(e, "Entry %s of %s is not an event and is passed over", entry.entryId(), handler.stream());
            return Uni.createFrom().voidItem();
        }
        Uni<Void> handled = handler.types().contains(event.type()) ? attempt(event) : Uni.createFrom().voidItem();
        return handled.invoke(() -> done.add(event.id()));
    }

    private Uni<Void> attempt(DomainEvent event) {
        return Uni.createFrom().deferred(() -> inbox.handleOnce(event, handler))
                .onFailure().recoverWithUni(failure -> failed(event, failure));
    }

    private Uni<Void> failed(DomainEvent event, Throwable failure) {
        if (DatabaseFailures.isOutage(failure)) {
            // Not the event's fault: it stays unacknowledged, and this turn ends.
            return Uni.createFrom().failure(failure);
        }
        return inbox.countFailure(event.id(), failure).chain(attempts -> {
            LOG.warnf(failure, "Event %s (%s) failed, attempt %d", event.id(), event.type(), attempts);
            if (attempts >= config.attempts()) {
                return inbox.bury(handler.stream(), event, failure);
            }
            Duration pause = config.retryAfter().multipliedBy((long) Math.pow(BACK_OFF_FACTOR, attempts - 1.0));
            return Uni.createFrom().voidItem().onItem().delayIt().by(pause).chain(() -> attempt(event));
        });
    }
}
