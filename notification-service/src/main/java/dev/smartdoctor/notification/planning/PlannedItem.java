package dev.smartdoctor.notification.planning;

import java.util.UUID;

import io.vertx.core.json.JsonObject;

/** One item of the in-app inbox, for one account or (accountId null) for everyone who has the role. */
public record PlannedItem(UUID eventId, UUID accountId, String role, MessageKind kind, UUID appointmentId,
        JsonObject facts) {}
