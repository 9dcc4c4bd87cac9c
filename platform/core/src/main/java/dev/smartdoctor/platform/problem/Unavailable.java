package dev.smartdoctor.platform.problem;

import java.time.Duration;

/** 503: something this answer needs is away or full; the same request may succeed after the stated time. */
public class Unavailable extends ApiException {
    public Unavailable(String detail, Duration retryAfter) {
        super(503, "UNAVAILABLE", "Unavailable", detail);
        header("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}
