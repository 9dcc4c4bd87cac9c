package dev.smartdoctor.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.vertx.core.json.JsonObject;

/** A mail that will be due some time before a visit, for this version of the visit alone. */
public record PlannedReminder(UUID eventId, UUID appointmentId, long version, UUID accountId, Duration offset,
        Instant remindAt, JsonObject facts) {

    public UUID id() {
        return PlannedMail.derivedId(appointmentId, version, PlannedMail.CHANNEL, offset.toMinutes());
    }
}
