package dev.smartdoctor.notification.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Holds back all sending while the mail server is away: one mail tries the way, the rest wait in the table instead of each
 * finding the door shut. Used on one event loop only.
 */
final class OutagePause {
    private static final int MOST_DOUBLINGS = 10;

    private final Duration first;
    private final Duration longest;
    private int failures;
    private Instant until = Instant.MIN;

    OutagePause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** How many of the free places may be used now. */
    int permits(int free, int underWay, Instant now) {
        if (failures == 0) {
            return free;
        }
        return now.isBefore(until) || underWay > 0 ? 0 : Math.min(free, 1);
    }

    void reached() {
        failures = 0;
    }

    void missed(Instant now) {
        if (now.isBefore(until)) {
            return;
        }
        long pause = Math.min(first.toMillis() << Math.min(failures, MOST_DOUBLINGS), longest.toMillis());
        failures++;
        until = now.plusMillis(pause);
    }
}
