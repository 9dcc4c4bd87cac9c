package dev.smartdoctor.notification.inbox;

import java.time.Instant;
import java.util.UUID;

import dev.smartdoctor.notification.planning.MessageKind;
import io.vertx.core.json.JsonObject;

/** One stored item with the caller's own read mark (null: unread). */
record InboxItem(UUID id, MessageKind kind, JsonObject facts, UUID appointmentId, Instant createdAt, Instant readAt) {}
