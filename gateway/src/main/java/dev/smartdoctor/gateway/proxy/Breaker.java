package dev.smartdoctor.gateway.proxy;

/**
 * Spares a service that cannot be reached, and those who wait for it: after five failures in a row it is not tried for a
 * second. Also bounds repetition, to one tenth of the requests. One per service and event loop.
 */
final class Breaker {
    private static final int FAILURES = 5;
    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final int REPEAT_COST = 10;
    private static final int MOST_SAVED = 10 * REPEAT_COST;

    private int failures;
    private long closedFrom;
    private int saved = MOST_SAVED;

    boolean isOpen(long now) {
        return failures >= FAILURES && now - closedFrom < 0;
    }

    void succeeded() {
        failures = 0;
        saved = Math.min(MOST_SAVED, saved + 1);
    }

    void failed(long now) {
        failures++;
        closedFrom = now + PAUSE_NANOS;
    }

    boolean mayRepeat() {
        if (saved < REPEAT_COST) {
            return false;
        }
        saved -= REPEAT_COST;
        return true;
    }
}
