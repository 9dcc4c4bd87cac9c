package dev.smartdoctor.auth.throttle;

import java.time.Duration;
import java.time.Instant;

/**
 * How many guesses a key gets. An attempt is reserved <em>before</em> the hash is computed and counts as a failure until
 * it is settled, so two hundred guesses at once get no further than two hundred in a row. Beyond the free failures the
 * delay doubles with each one, up to a limit, and one attempt at a time is let through; nothing is ever locked for good.
 */
public final class ThrottlePolicy {
    /** A success shows that failures were the owner's own slips, unless guessing is going on at this very moment. */
    private static final Duration CALM = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 20;

    private final ThrottleLimit limit;
    private final Duration firstDelay;
    private final Duration longestDelay;
    private final Duration reservationLifetime;

    /** @param limit the free failures; they are forgotten when none was added for the limit's time */
    public ThrottlePolicy(ThrottleLimit limit, Duration firstDelay, Duration longestDelay,
            Duration reservationLifetime) {
        this.limit = limit;
        this.firstDelay = firstDelay;
        this.longestDelay = longestDelay;
        this.reservationLifetime = reservationLifetime;
    }

    public ThrottleLimit limit() {
        return limit;
    }

    public ThrottleDecision decide(ThrottleState stored, Instant now) {
        ThrottleState state = current(stored, now);
        if (state.failures() >= limit.failures()) {
            Duration left = Duration.between(now, state.lastFailureAt().plus(delay(state.failures())));
            if (left.compareTo(Duration.ZERO) > 0) {
                return new ThrottleDecision.Refused(left, limit);
            }
            return state.reserved() > 0 ? new ThrottleDecision.Wait() : granted(state, now);
        }
        return state.failures() + state.reserved() >= limit.failures()
                ? new ThrottleDecision.Wait()
                : granted(state, now);
    }

    /** The reservation turned out to be a wrong guess. */
    public ThrottleState failed(ThrottleState stored, Instant now) {
        ThrottleState state = current(stored, now);
        return new ThrottleState(state.failures() + 1, now, Math.max(0, state.reserved() - 1), state.reservedUntil());
    }

    /** The reservation was no guess: the password was right, or it was never checked. */
    public ThrottleState released(ThrottleState stored, Instant now) {
        ThrottleState state = current(stored, now);
        return new ThrottleState(state.failures(), state.lastFailureAt(), Math.max(0, state.reserved() - 1),
                state.reservedUntil());
    }

    /** As {@link #released}, and earlier failures are forgiven where none is recent. */
    public ThrottleState succeeded(ThrottleState stored, Instant now) {
        ThrottleState state = released(stored, now);
        boolean calm = state.lastFailureAt() == null || state.lastFailureAt().plus(CALM).isBefore(now);
        return calm ? new ThrottleState(0, null, state.reserved(), state.reservedUntil()) : state;
    }

    private ThrottleDecision granted(ThrottleState state, Instant now) {
        return new ThrottleDecision.Granted(
                new ThrottleState(state.failures(), state.lastFailureAt(), state.reserved() + 1,
                        now.plus(reservationLifetime)));
    }

    /** The state after what time alone does to it. */
    private ThrottleState current(ThrottleState state, Instant now) {
        ThrottleState settled = state;
        if (state.reserved() > 0 && state.reservedUntil().isBefore(now)) {
            settled = new ThrottleState(state.failures() + state.reserved(), state.reservedUntil(), 0, null);
        }
        boolean old = settled.lastFailureAt() != null && settled.lastFailureAt().plus(limit.within()).isBefore(now);
        return old ? new ThrottleState(0, null, settled.reserved(), settled.reservedUntil()) : settled;
    }

    private Duration delay(int failures) {
        Duration grown = firstDelay.multipliedBy(1L << Math.min(failures - limit.failures(), MOST_DOUBLINGS));
        return grown.compareTo(longestDelay) > 0 ? longestDelay : grown;
    }
}
