package dev.smartdoctor.platform.outbox;

import java.time.Instant;
import java.util.UUID;

import dev.smartdoctor.platform.trace.TraceIds;
import io.vertx.core.json.JsonObject;

/** Something that happened to one aggregate. The payload holds ids and facts: neither names, addresses nor clinical text. */
public record DomainEvent(UUID id, String type, String aggregateType, UUID aggregateId, Instant occurredAt,
        long version,
        int schemaVersion, String traceparent, JsonObject payload) {
    private static final int CURRENT_SCHEMA = 1;

    /** A new event, under the present trace. */
    public static DomainEvent of(EventType type, UUID aggregateId, long version, Instant occurredAt,
            JsonObject payload) {
        return new DomainEvent(UUID.randomUUID(), type.type(), type.aggregateType(), aggregateId, occurredAt, version,
                CURRENT_SCHEMA, TraceIds.traceparent(), payload);
    }
}
