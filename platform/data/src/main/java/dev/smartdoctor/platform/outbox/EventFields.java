package dev.smartdoctor.platform.outbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.JsonObject;

/** An event as the fields of a stream entry, and back: the one form that {@code docs/events.md} describes. */
public final class EventFields {
    private static final String NOT_YET_FOR = "notYetFor";

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

    /** @param withheldFrom the groups that must pass this entry over, since an earlier event of the aggregate is before them */
    static Map<String, String> write(DomainEvent event, List<String> withheldFrom) {
        Map<String, String> fields = write(event);
        if (!withheldFrom.isEmpty()) {
            fields.put(NOT_YET_FOR, String.join(",", withheldFrom));
        }
        return fields;
    }

    /** Whether this group must pass the entry over: the event comes again, as soon as it has confirmed what was before it. */
    public static boolean isWithheldFrom(String group, Map<String, String> fields) {
        String withheldFrom = fields.get(NOT_YET_FOR);
        return withheldFrom != null && List.of(withheldFrom.split(",")).contains(group);
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
