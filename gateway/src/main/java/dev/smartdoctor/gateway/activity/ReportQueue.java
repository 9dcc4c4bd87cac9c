package dev.smartdoctor.gateway.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which sessions are to be reported, and when. A session not seen lately is due at once; after its report it is due again only
 * when the interval is over and a newer call has come in, and is forgotten when none has. What could not be reported stays due,
 * with the newest instant it has by then. Bounded: where it is full, sessions that are not in it are passed over.
 */
final class ReportQueue {
    private final long intervalNanos;
    private final int most;
    private final Map<UUID, Session> sessions = new HashMap<>();
    private final Deque<Session> due = new ArrayDeque<>();
    /** In the order of their reports. */
    private final Deque<Session> told = new ArrayDeque<>();

    ReportQueue(Duration interval, int most) {
        this.intervalNanos = interval.toNanos();
        this.most = most;
    }

    private static final class Session {
        private final UUID id;
        private Instant seenAt;
        private Instant toldOf = Instant.MIN;
        private long toldNanos;

        private Session(UUID id, Instant seenAt) {
            this.id = id;
            this.seenAt = seenAt;
        }
    }

    /** A session, and when the newest call of its person came in. */
    record Item(UUID sid, Instant seenAt) {}

    synchronized void add(Map<UUID, Instant> seen) {
        seen.forEach((id, at) -> {
            Session session = sessions.get(id);
            if (session != null) {
                session.seenAt = at.isAfter(session.seenAt) ? at : session.seenAt;
            } else if (sessions.size() < most) {
                session = new Session(id, at);
                sessions.put(id, session);
                due.add(session);
            }
        });
    }

    /** The next sessions to report, the longest waiting first; they stay where they are until {@link #told}. */
    synchronized List<Item> next(int count, long nanos) {
        for (Session first = told.peek(); first != null && nanos - first.toldNanos >= intervalNanos; first = told
                .peek()) {
            told.remove();
            if (first.seenAt.isAfter(first.toldOf)) {
                due.add(first);
            } else {
                sessions.remove(first.id);
            }
        }
        List<Item> items = new ArrayList<>(Math.min(count, due.size()));
        for (Session session : due) {
            if (items.size() == count) {
                break;
            }
            items.add(new Item(session.id, session.seenAt));
        }
        return items;
    }

    /** What {@link #next} gave is with auth-service. */
    synchronized void told(List<Item> items, long nanos) {
        for (Item item : items) {
            Session session = due.remove();
            session.toldOf = item.seenAt();
            session.toldNanos = nanos;
            told.add(session);
        }
    }

    synchronized boolean knows(UUID sessionId) {
        return sessions.containsKey(sessionId);
    }

    synchronized int size() {
        return sessions.size();
    }
}
