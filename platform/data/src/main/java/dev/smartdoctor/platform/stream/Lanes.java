package dev.smartdoctor.platform.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Entries of one aggregate are worked on in order, those of different aggregates at once, so many at a time. A lane whose first
 * entry must wait before its next try holds up no other.
 */
final class Lanes {
    private static final class Lane {
        private final String aggregate;
        private final Deque<StreamEntry> entries = new ArrayDeque<>();

        private Lane(String aggregate) {
            this.aggregate = aggregate;
        }
    }

    /** Answers how long to wait before the entry is tried again; zero where it is done. Never fails. */
    private final Function<StreamEntry, Uni<Duration>> work;
    private final Consumer<StreamEntry> done;
    private final int concurrency;
    private final Vertx vertx;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Queue<Lane> ready = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private int running;

    Lanes(Function<StreamEntry, Uni<Duration>> work, Consumer<StreamEntry> done, int concurrency, Vertx vertx) {
        this.work = work;
        this.done = done;
        this.concurrency = concurrency;
        this.vertx = vertx;
    }

    /** Entries that are here already (delivered once more) are passed over. */
    synchronized void add(List<StreamEntry> entries) {
        for (StreamEntry entry : entries) {
            if (known.add(entry.entryId())) {
                Lane lane = lanes.get(entry.aggregate());
                if (lane == null) {
                    lane = new Lane(entry.aggregate());
                    lanes.put(lane.aggregate, lane);
                    ready.add(lane);
                }
                lane.entries.add(entry);
            }
        }
        startReady();
    }

    synchronized int size() {
        return known.size();
    }

    private void startReady() {
        while (running < concurrency && !ready.isEmpty()) {
            Lane lane = ready.remove();
            running++;
            work.apply(lane.entries.getFirst()).subscribe().with(pause -> tried(lane, pause));
        }
    }

    private void tried(Lane lane, Duration pause) {
        if (pause.isZero()) {
            done.accept(lane.entries.getFirst());
        }
        synchronized (this) {
            running--;
            if (!pause.isZero()) {
                vertx.setTimer(pause.toMillis(), timer -> readyAgain(lane));
            } else {
                known.remove(lane.entries.removeFirst().entryId());
                if (lane.entries.isEmpty()) {
                    lanes.remove(lane.aggregate);
                } else {
                    ready.add(lane);
                }
            }
            startReady();
        }
    }

    private synchronized void readyAgain(Lane lane) {
        ready.add(lane);
        startReady();
    }
}
