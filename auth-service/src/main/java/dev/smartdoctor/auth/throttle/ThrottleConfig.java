package dev.smartdoctor.auth.throttle;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of the sign-in throttle. */
@ConfigMapping(prefix = "auth.throttle")
public interface ThrottleConfig {

    /** Failures of one account (per device class) that cost nothing. */
    int freeFailures();

    /** The wait after the first failure beyond those; it doubles with each further one. */
    Duration firstDelay();

    /** The longest wait: no account is ever locked for good. */
    Duration longestDelay();

    /** Failures are forgotten when none was added for so long. */
    Duration forgetAfter();

    /** Failures from one address that cost nothing; RATE_LIMIT_PER_MINUTE, where 1,000,000 or more means no limit. */
    int addressFreeFailures();

    /** The longest wait of an address, short since many people may share it. */
    Duration addressLongestDelay();

    /** A reservation that nobody settled counts as a failure after this time. */
    Duration reservationLifetime();
}
