package dev.smartdoctor.notification.delivery;

import java.time.Instant;
import java.util.UUID;

import dev.smartdoctor.notification.planning.MessageKind;
import io.vertx.core.json.JsonObject;

/**
 * A claimed delivery. The number of the attempt fences: whoever holds an older number can no longer change the row. The state is
 * the one before the claim, DUE or UNKNOWN.
 */
public record Delivery(UUID id, UUID accountId, MessageKind kind, DeliveryState state, JsonObject facts, int attempt,
        Instant createdAt) {

    /** May an earlier try have been accepted? */
    boolean mayHaveArrived() {
        return state == DeliveryState.UNKNOWN;
    }
}
