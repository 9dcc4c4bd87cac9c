package dev.smartdoctor.notification.planning;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.vertx.core.json.JsonObject;

/** One mail to one account because of one event. */
public record PlannedMail(UUID eventId, UUID accountId, MessageKind kind, JsonObject facts) {
    public static final String CHANNEL = "email";

    /** Derived, so that one message has one id, and with it one Message-ID, however often it is planned. */
    public UUID id() {
        return derivedId(eventId, accountId, CHANNEL, kind.code());
    }

    static UUID derivedId(Object... parts) {
        StringBuilder name = new StringBuilder();
        for (Object part : parts) {
            name.append(part).append('|');
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
