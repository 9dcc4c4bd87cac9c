package dev.smartdoctor.platform.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * What is done is confirmed to the producer, then acknowledged to Redis: a crash in between has the entry delivered again, found
 * in the inbox, and confirmed again. While one call is under way the next one's entries gather, so that load makes calls larger
 * rather than more frequent. A producer that is away holds up nothing but this.
 */
final class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    /** At most what {@code ConfirmationResource} takes. */
    private static final int MOST_AT_ONCE = 1000;

    private final String stream;
    private final ConsumerGroup group;
    private final ProducerConfirmations producer;
    private final Vertx vertx;
    private final Deque<StreamEntry> waiting = new ArrayDeque<>();
    private boolean underWay;
    private boolean failing;

    Settlement(String stream, ConsumerGroup group, ProducerConfirmations producer, Vertx vertx) {
        this.stream = stream;
        this.group = group;
        this.producer = producer;
        this.vertx = vertx;
    }

    void add(StreamEntry entry) {
        synchronized (this) {
            waiting.add(entry);
        }
        settle();
    }

    synchronized int size() {
        return waiting.size();
    }

    private void settle() {
        List<StreamEntry> entries;
        synchronized (this) {
            if (underWay || waiting.isEmpty()) {
                return;
            }
            underWay = true;
            entries = waiting.stream().limit(MOST_AT_ONCE).toList();
        }
        List<UUID> ids = entries.stream().filter(entry -> !entry.isWithheldFrom(group.name()))
                .flatMap(entry -> entry.eventId().stream()).toList();
        Uni.createFrom().deferred(() -> producer.confirm(stream, ids))
                .chain(() -> group.acknowledge(entries))
                .subscribe().with(done -> settled(entries.size()), this::failed);
    }

    private void settled(int count) {
        synchronized (this) {
            for (int i = 0; i < count; i++) {
                waiting.removeFirst();
            }
            underWay = false;
            failing = false;
        }
        settle();
    }

    private void failed(Throwable failure) {
        synchronized (this) {
            if (!failing) {
                LOG.warnf("What was done of %s cannot be confirmed at the moment: %s", stream, failure.toString());
            }
            failing = true;
        }
        vertx.setTimer(AFTER_FAILURE.toMillis(), timer -> {
            synchronized (this) {
                underWay = false;
            }
            settle();
        });
    }
}
