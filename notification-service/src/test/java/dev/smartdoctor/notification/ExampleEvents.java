package dev.smartdoctor.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import io.vertx.core.json.JsonObject;

/** The example events of {@code src/test/resources/events}: one per type, as a producer writes its fields. */
public final class ExampleEvents {
    private ExampleEvents() {
    }

    public static DomainEvent read(String type) {
        return EventFields.read(fields(type));
    }

    /** The same event under another id and about another person and visit, with some payload fields replaced. */
    public static DomainEvent about(String type, UUID account, UUID aggregate, Map<String, Object> changes) {
        DomainEvent example = read(type);
        JsonObject payload = example.payload().copy();
        putIfThere(payload, "accountId", account);
        putIfThere(payload, "patientAccountId", account);
        putIfThere(payload, "appointmentId", aggregate);
        changes.forEach(payload::put);
        return new DomainEvent(UUID.randomUUID(), example.type(), example.aggregateType(), aggregate,
                example.occurredAt(),
                example.version(), example.schemaVersion(), example.traceparent(), payload);
    }

    static Map<String, String> fields(String type) {
        try (InputStream file = ExampleEvents.class.getResourceAsStream("/events/" + type + ".json")) {
            JsonObject json = new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String> fields = new HashMap<>();
            json.forEach(field -> fields.put(field.getKey(), field.getValue() instanceof JsonObject payload
                    ? payload.encode()
                    : field.getValue().toString()));
            return fields;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void putIfThere(JsonObject payload, String field, UUID id) {
        if (payload.containsKey(field)) {
            payload.put(field, id.toString());
        }
    }
}
