package dev.smartdoctor.gateway.ratelimit;

/**
 * The answer to a request for units: how many were granted (0: refused), and after how many microseconds the least that was
 * asked for will be free.
 */
record Grant(long units, long waitMicros) {}
