package dev.smartdoctor.platform.outbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.JsonObject;

/** An event as the fields of a stream entry, and back: the one form that {@code docs/events.md} describes. */
public final class EventFields {
    private EventFields() {
    }

    public static Map<String, String> write(DomainEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", event.id().toString());
        fields.put("type", event.type());
        fields.put("aggregateType", event.aggregateType());
        fields.put("aggregateId", event.aggregateId().toString());
        fields.put("occurredAt", event.occurredAt().toString());
        fields.put("version", Long.toString(event.version()));
        fields.put("schemaVersion", Integer.toString(event.schemaVersion()));
        if (event.traceparent() != null) {
            fields.put("traceparent", event.traceparent());
        }
        fields.put("payload", event.payload().encode());
        return fields;
    }

    /** @throws RuntimeException where a field is missing or not of its form */
    public static DomainEvent read(Map<String, String> fields) {
        return new DomainEvent(UUID.fromString(fields.get("id")), required(fields, "type"),
                required(fields, "aggregateType"),
                UUID.fromString(fields.get("aggregateId")), Instant.parse(fields.get("occurredAt")),
                Long.parseLong(fields.get("version")), Integer.parseInt(fields.get("schemaVersion")),
                fields.get("traceparent"), new JsonObject(fields.get("payload")));
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The field " + name + " is missing");
        }
        return value;
    }
}
