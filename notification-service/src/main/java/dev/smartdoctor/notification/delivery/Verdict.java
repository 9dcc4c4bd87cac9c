package dev.smartdoctor.notification.delivery;

import java.time.Instant;

/** What becomes of a delivery that was not sent: its next state, when it is due again (null: never), and why. */
public record Verdict(DeliveryState state, Instant nextAttemptAt, String reason) {

    static Verdict dead(String reason) {
        return new Verdict(DeliveryState.DEAD, null, reason);
    }

    static Verdict voided(String reason) {
        return new Verdict(DeliveryState.VOID, null, reason);
    }
}
