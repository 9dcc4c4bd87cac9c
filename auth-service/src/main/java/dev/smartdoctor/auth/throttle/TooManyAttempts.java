package dev.smartdoctor.auth.throttle;

import java.time.Duration;

import dev.smartdoctor.platform.problem.ApiException;

/** 429: too many wrong passwords for this account or from this address; it says when the next one will be looked at. */
public class TooManyAttempts extends ApiException {
    public TooManyAttempts(Duration retryAfter, ThrottleLimit limit) {
        super(429, "RATE_LIMIT", "Too many attempts", "Too many attempts to sign in. Wait before the next one.");
        long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
        String name = '"' + limit.name() + '"';
        header("Retry-After", Long.toString(seconds));
        header("RateLimit", name + ";r=0;t=" + seconds);
        header("RateLimit-Policy", name + ";q=" + limit.failures() + ";w=" + limit.within().toSeconds());
    }
}
