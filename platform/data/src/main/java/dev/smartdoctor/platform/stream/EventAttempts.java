package dev.smartdoctor.platform.stream;

import java.time.Duration;

import org.jboss.logging.Logger;

import dev.smartdoctor.platform.data.DatabaseFailures;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.trace.TracedWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * One try at one entry. What fails is tried again with growing pauses, and becomes a dead letter in the end; what fails because the
 * database is away is tried until it is back, since that is not the event's fault.
 */
final class EventAttempts {
    private static final Logger LOG = Logger.getLogger(EventAttempts.class);
    private static final Duration DONE = Duration.ZERO;
    private static final Duration DURING_OUTAGE = Duration.ofMillis(500);
    private static final int BACK_OFF_FACTOR = 3;

    private final EventHandler handler;
    private final Inbox inbox;
    private final StreamConfig config;
    private final Vertx vertx;
    private volatile boolean databaseAway;

    EventAttempts(EventHandler handler, Inbox inbox, StreamConfig config, Vertx vertx) {
        this.handler = handler;
        this.inbox = inbox;
        this.config = config;
        this.vertx = vertx;
    }

    /** Answers the pause before the next try; zero where there is nothing left to do. Never fails. */
    Uni<Duration> attempt(StreamEntry entry) {
        if (entry.isWithheldFrom(config.group())) {
            return Uni.createFrom().item(DONE);
        }
        DomainEvent event;
        try {
            event = entry.event();
        } catch (RuntimeException e) {
            // Not an event of ours: nobody waits for its confirmation, and it would fail for ever.
            LOG.errorf(e, "Entry %s of %s is not an event and is passed over", entry.entryId(), handler.stream());
            return Uni.createFrom().item(DONE);
        }
        if (!handler.types().contains(event.type())) {
            return Uni.createFrom().item(DONE);
        }
        return TracedWork.under(vertx, event.traceparent(), () -> attempt(event));
    }

    private Uni<Duration> attempt(DomainEvent event) {
        return inbox.handleOnce(event, handler)
                .invoke(this::succeeded).replaceWith(DONE)
                .onFailure().recoverWithUni(failure -> failed(event, failure))
                .onFailure().recoverWithItem(this::databaseAway);
    }

    private void succeeded() {
        databaseAway = false;
        handler.afterCommit();
    }

    private Uni<Duration> failed(DomainEvent event, Throwable failure) {
        if (DatabaseFailures.isOutage(failure)) {
            return Uni.createFrom().item(databaseAway(failure));
        }
        return inbox.countFailure(event.id(), failure).chain(attempts -> {
            LOG.warnf(failure, "Event %s (%s) failed, attempt %d", event.id(), event.type(), attempts);
            return attempts >= config.attempts()
                    ? inbox.bury(handler.stream(), event, failure).replaceWith(DONE)
                    : Uni.createFrom().item(pauseAfter(attempts));
        });
    }

    private Duration pauseAfter(int attempts) {
        return config.retryAfter().multipliedBy((long) Math.pow(BACK_OFF_FACTOR, attempts - 1.0));
    }

    private Duration databaseAway(Throwable failure) {
        if (!databaseAway) {
            databaseAway = true;
            LOG.warnf("Events of %s wait for the database: %s", handler.stream(), failure.toString());
        }
        return DURING_OUTAGE;
    }
}
