package dev.smartdoctor.gateway.ratelimit;

import dev.smartdoctor.gateway.route.Cost.Quota;

/**
 * The meaning of RATE_LIMIT_PER_MINUTE: a user's changes and costly calls; plain reads ten times that; an address has the
 * worth of ten users. A million or more means no limit.
 */
public record RateLimitPolicy(int perMinute) {
    private static final int UNLIMITED = 1_000_000;
    private static final int READS_PER_CHANGE = 10;
    private static final int USERS_PER_ADDRESS = 10;
    private static final int CONNECTIONS = 256;
    private static final int DEFAULT_PER_MINUTE = 60;

    public RateLimitPolicy {
        if (perMinute < 1) {
            throw new IllegalArgumentException("RATE_LIMIT_PER_MINUTE must be at least 1");
        }
    }

    boolean isUnlimited() {
        return perMinute >= UNLIMITED;
    }

    /** Units a minute, which may also come at once. */
    long perUser(Quota quota) {
        return quota == Quota.READS ? (long) perMinute * READS_PER_CHANGE : perMinute;
    }

    long perAddress(Quota quota) {
        return perUser(quota) * USERS_PER_ADDRESS;
    }

    /** Connections of one address at a time; it scales like every limit per address, but never below its default. */
    public int connectionsPerAddress() {
        return isUnlimited()
                ? Integer.MAX_VALUE
                : (int) Math.max(CONNECTIONS, (long) CONNECTIONS * perMinute / DEFAULT_PER_MINUTE);
    }
}
