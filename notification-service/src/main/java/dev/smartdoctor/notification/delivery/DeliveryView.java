package dev.smartdoctor.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/** A delivery as an administrator sees it: neither address nor content. */
public record DeliveryView(UUID id, UUID eventId, UUID accountId, String channel, String kind, String state,
        int attempts,
        Instant nextAttemptAt, String lastError, Instant createdAt, Instant finishedAt) {}
