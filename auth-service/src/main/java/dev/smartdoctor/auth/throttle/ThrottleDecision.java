package dev.smartdoctor.auth.throttle;

import java.time.Duration;

/** Whether a password may be checked now. */
public sealed interface ThrottleDecision {

    /** Yes, and the reservation is in this state. */
    record Granted(ThrottleState state) implements ThrottleDecision {}

    /** Not while others of the same key are being checked: if they turn out right, there is room. */
    record Wait() implements ThrottleDecision {}

    /** No, there were too many failures for this limit; the next attempt may come after this time. */
    record Refused(Duration retryAfter, ThrottleLimit limit) implements ThrottleDecision {}
}
