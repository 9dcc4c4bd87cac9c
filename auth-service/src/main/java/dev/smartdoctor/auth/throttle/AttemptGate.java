package dev.smartdoctor.auth.throttle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Lets no more attempts of one key run at the same time than may fail for free; the others stand in line in the order of
 * their coming. It is the reason why fifty right sign-ins at once all get in although five failures are the limit: each
 * waits until those before it turned out right. Plain Java; one for each process.
 */
final class AttemptGate {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ThrottleLimit limit;
    private final int longestLine;
    private final Map<String, Lane> lanes = new HashMap<>();

    AttemptGate(ThrottleLimit limit, int longestLine) {
        this.limit = limit;
        this.longestLine = longestLine;
    }

    /** Completes when the attempt may go on; whoever enters must {@link #leave}. */
    Uni<Void> enter(String key) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            switch (place(key, new Waiting(emitter, context))) {
                case FREE -> emitter.complete(null);
                case FULL -> emitter.fail(new TooManyAttempts(RETRY_AFTER, limit));
                default -> {
                    // In line: leave() completes it.
                }
            }
        });
    }

    void leave(String key) {
        Waiting next = advance(key);
        if (next != null) {
            next.go();
        }
    }

    private synchronized Place place(String key, Waiting waiting) {
        Lane lane = lanes.computeIfAbsent(key, ignored -> new Lane());
        if (lane.running < limit.failures()) {
            lane.running++;
            return Place.FREE;
        }
        if (lane.line.size() >= longestLine) {
            return Place.FULL;
        }
        lane.line.add(waiting);
        return Place.IN_LINE;
    }

    private synchronized Waiting advance(String key) {
        Lane lane = lanes.get(key);
        Waiting next = lane.line.poll();
        if (next == null && --lane.running == 0) {
            lanes.remove(key);
        }
        return next;
    }

    private enum Place {
        FREE, IN_LINE, FULL
    }

    private static final class Lane {
        private final Queue<Waiting> line = new ArrayDeque<>();
        private int running;
    }

    private record Waiting(UniEmitter<? super Void> emitter, Context context) {
        void go() {
            if (context == null) {
                emitter.complete(null);
            } else {
                context.runOnContext(ignored -> emitter.complete(null));
            }
        }
    }
}
