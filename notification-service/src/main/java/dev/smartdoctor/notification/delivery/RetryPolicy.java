package dev.smartdoctor.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

import dev.smartdoctor.notification.smtp.SmtpFailure;

/**
 * What follows from a failed try. A mail that may have been accepted is tried again under the same Message-ID: a lost
 * notification of a visit costs more than a second copy, which mail servers that compare ids drop.
 */
public final class RetryPolicy {
    private static final double LEAST_SHARE = 0.5;
    private static final int MOST_DOUBLINGS = 20;

    private final DeliveryConfig config;
    private final DoubleSupplier random;

    /** @param random numbers from 0 to 1, which spread the retries */
    public RetryPolicy(DeliveryConfig config, DoubleSupplier random) {
        this.config = config;
        this.random = random;
    }

    /** After the mail server, or the way to it, failed. */
    Verdict afterDialogue(Delivery delivery, SmtpFailure failure, Instant now) {
        return switch (failure.kind()) {
            case REFUSED_FOR_GOOD -> Verdict.dead(failure.getMessage());
            case SERVER_AWAY ->
                again(delivery, stateBefore(delivery), failure.getMessage(), config.longestPauseAway(), now);
            case REFUSED_FOR_NOW ->
                again(delivery, stateBefore(delivery), failure.getMessage(), config.longestPauseRefused(), now);
            case UNKNOWN ->
                again(delivery, DeliveryState.UNKNOWN, failure.getMessage(), config.longestPauseRefused(), now);
        };
    }

    /** After the mail could not be written, since someone who must be asked is away; our own mistakes are not retried. */
    Verdict afterWriting(Delivery delivery, Throwable failure, Instant now) {
        String reason = "not written: " + failure.getClass().getSimpleName();
        boolean ownMistake = failure instanceof IllegalArgumentException || failure instanceof NullPointerException
                || failure instanceof ClassCastException;
        return ownMistake
                ? Verdict.dead(reason)
                : again(delivery, stateBefore(delivery), reason, config.longestPauseAway(), now);
    }

    private Verdict again(Delivery delivery, DeliveryState state, String reason, Duration longest, Instant now) {
        if (delivery.createdAt().plus(config.giveUpAfter()).isBefore(now)) {
            return Verdict.dead(reason + "; given up");
        }
        return new Verdict(state, now.plus(pause(delivery.attempt(), longest)), reason);
    }

    /** A refusal says nothing of an earlier try that broke off. */
    private static DeliveryState stateBefore(Delivery delivery) {
        return delivery.mayHaveArrived() ? DeliveryState.UNKNOWN : DeliveryState.DUE;
    }

    private Duration pause(int attempt, Duration longest) {
        int doublings = Math.min(Math.max(attempt - 1, 0), MOST_DOUBLINGS);
        long full = Math.min(config.firstPause().toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis((long) (full * (LEAST_SHARE + (1 - LEAST_SHARE) * random.getAsDouble())));
    }
}
