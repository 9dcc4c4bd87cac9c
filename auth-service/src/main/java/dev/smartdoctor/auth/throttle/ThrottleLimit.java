package dev.smartdoctor.auth.throttle;

import java.time.Duration;

/**
 * A limit as the caller is told of it (draft-ietf-httpapi-ratelimit-headers): so many failures within so much time are free.
 *
 * @param name must differ from the names of the gateway's own limits, which clients meet on the same calls
 */
public record ThrottleLimit(String name, int failures, Duration within) {}
