package dev.smartdoctor.platform.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import io.vertx.mutiny.redis.client.Response;

/** An entry of a stream as Redis gave it; {@code fields} is empty where it was trimmed away since. */
record StreamEntry(String entryId, Map<String, String> fields) {

    static StreamEntry read(Response entry) {
        Map<String, String> fields = new HashMap<>();
        Response flat = entry.get(1);
        for (int i = 0; flat != null && i + 1 < flat.size(); i += 2) {
            fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        return new StreamEntry(entry.get(0).toString(), fields);
    }

    DomainEvent event() {
        return EventFields.read(fields);
    }

    /** Empty where the entry is not an event. */
    Optional<UUID> eventId() {
        try {
            return Optional.of(UUID.fromString(fields.getOrDefault("id", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this entry is for other groups only, and must be passed over without being confirmed. */
    boolean isWithheldFrom(String group) {
        return EventFields.isWithheldFrom(group, fields);
    }

    /** What must be done in order; entries that cannot be read stand alone. */
    String aggregate() {
        return fields.getOrDefault("aggregateId", entryId);
    }
}
