package dev.smartdoctor.notification.inbox;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An item in the reader's language; {@code appointmentId} where it is about a visit. */
public record InboxItemView(UUID id, String kind, String title, String text, Instant createdAt,
        @Schema(nullable = true) Instant readAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID appointmentId) {}
