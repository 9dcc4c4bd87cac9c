package dev.smartdoctor.platform.stream;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter as an administrator sees it; {@code replayedAt} is null until it was done again. */
public record DeadLetterView(UUID id, String stream, String type, UUID aggregateId, Instant occurredAt, String reason,
        Instant diedAt, @Schema(nullable = true) Instant replayedAt) {}
