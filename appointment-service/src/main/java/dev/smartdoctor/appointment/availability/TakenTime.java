package dev.smartdoctor.appointment.availability;

import java.time.Instant;

/**
 * A stretch of a doctor's time that is spoken for: a visit with its buffers, a live hold, or time off.
 *
 * @param start where the visit itself starts, {@code null} for time off
 * @param visitType the visit's kind, {@code null} for time off
 * @param blocks false for a visit that is over: it counts towards the daily limit but holds no time
 */
public record TakenTime(Instant from, Instant to, Instant start, String visitType, boolean blocks) {

    public static TakenTime visit(Instant from, Instant to, Instant start, String visitType, boolean blocks) {
        return new TakenTime(from, to, start, visitType, blocks);
    }

    public boolean isAway() {
        return start == null;
    }

    public static TakenTime away(Instant from, Instant to) {
        return new TakenTime(from, to, null, null, true);
    }
}
