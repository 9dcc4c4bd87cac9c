package dev.smartdoctor.notification.delivery;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery as an administrator sees it: neither address nor content. */
public record DeliveryView(UUID id, UUID eventId, UUID accountId, String channel, String kind, String state,
        int attempts,
        Instant nextAttemptAt, @Schema(nullable = true) String lastError, Instant createdAt,
        @Schema(nullable = true) Instant finishedAt) {}
