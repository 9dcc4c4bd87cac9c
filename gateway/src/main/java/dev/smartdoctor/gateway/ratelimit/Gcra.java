package dev.smartdoctor.gateway.ratelimit;

/**
 * The generic cell rate algorithm in whole microseconds, the same as {@link RedisQuota}'s script, for the time when this
 * process counts by itself. A whole minute's units may come at once.
 */
final class Gcra {
    static final long MINUTE_MICROS = 60_000_000;

    private long arrival;

    /** Counts what Redis granted, so that counting alone begins where counting together ended. */
    synchronized void note(long now, long interval, long units) {
        arrival = Math.max(now, arrival) + units * interval;
    }

    /** @param back units granted before and not used */
    synchronized Grant take(long now, long interval, long burst, long least, long wanted, long back) {
        long from = Math.max(now, arrival - back * interval);
        long free = burst - (from - now + interval - 1) / interval;
        long granted = free < least ? 0 : Math.min(wanted, free);
        arrival = from + granted * interval;
        return new Grant(granted, granted > 0 ? 0 : (least - free) * interval);
    }
}
