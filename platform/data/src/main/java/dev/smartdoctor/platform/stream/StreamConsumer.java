package dev.smartdoctor.platform.stream;

import java.time.Duration;
import java.util.List;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** One stream's loop: reads what is new and what others abandoned, as long as there is room for it. The work is done by {@link Lanes}. */
final class StreamConsumer {
    private static final Logger LOG = Logger.getLogger(StreamConsumer.class);
    private static final Duration AFTER_OUTAGE = Duration.ofMillis(500);
    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofMillis(10);

    private final String stream;
    private final ConsumerGroup group;
    private final Lanes lanes;
    private final Settlement settlement;
    private final StreamConfig config;
    private final Vertx vertx;
    private volatile long claimedAt;
    private volatile boolean stopped;
    private volatile boolean interrupted;

    StreamConsumer(String stream, ConsumerGroup group, EventAttempts attempts, Settlement settlement,
            StreamConfig config, Vertx vertx) {
        this.stream = stream;
        this.group = group;
        this.lanes = new Lanes(attempts::attempt, settlement::add, config.concurrency(), vertx);
        this.settlement = settlement;
        this.config = config;
        this.vertx = vertx;
    }

    void start() {
        group.create().subscribe().with(created -> next(), this::interrupted);
    }

    void stop() {
        stopped = true;
    }

    private void next() {
        if (stopped) {
            return;
        }
        if (lanes.size() + settlement.size() >= config.inFlight()) {
            vertx.setTimer(UNTIL_THERE_IS_ROOM.toMillis(), timer -> next());
        } else {
            turn().subscribe().with(read -> {
                if (interrupted) {
                    interrupted = false;
                    LOG.infof("The stream %s is read again", stream);
                }
                next();
            }, this::interrupted);
        }
    }

    private void interrupted(Throwable failure) {
        if (stopped) {
            return;
        }
        if (!interrupted && !ConsumerGroup.isGroupMissing(failure)) {
            LOG.warnf("The stream %s cannot be read at the moment: %s", stream, failure.toString());
            interrupted = true;
        }
        if (ConsumerGroup.isGroupMissing(failure)) {
            LOG.warnf("The stream %s was emptied: its group is made anew", stream);
            start();
        } else {
            vertx.setTimer(AFTER_OUTAGE.toMillis(), timer -> start());
        }
    }

    private Uni<Void> turn() {
        return abandoned().invoke(lanes::add)
                .chain(() -> group.readNew(config.batch(), config.block())).invoke(lanes::add)
                .replaceWithVoid();
    }

    private Uni<List<StreamEntry>> abandoned() {
        long now = System.nanoTime();
        if (claimedAt != 0 && now - claimedAt < config.claimAfter().toNanos() / 2) {
            return Uni.createFrom().item(List.of());
        }
        claimedAt = now;
        return group.claim(config.batch(), config.claimAfter());
    }
}
