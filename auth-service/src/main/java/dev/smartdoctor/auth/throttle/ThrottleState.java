package dev.smartdoctor.auth.throttle;

import java.time.Instant;

/** What is remembered of one key: settled failures, and attempts that are being checked right now. */
public record ThrottleState(int failures, Instant lastFailureAt, int reserved, Instant reservedUntil) {
    public static final ThrottleState FRESH = new ThrottleState(0, null, 0, null);
}
