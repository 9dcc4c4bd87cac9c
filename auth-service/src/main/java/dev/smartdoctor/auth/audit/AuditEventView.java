package dev.smartdoctor.auth.audit;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A recorded event as administrators see it. */
public record AuditEventView(UUID id, Instant occurredAt, String action, @Schema(nullable = true) UUID actorId,
        @Schema(nullable = true) UUID subjectId, @Schema(nullable = true) UUID sessionId,
        @Schema(nullable = true) String place, @Schema(nullable = true) String detail) {

    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(event.id, event.occurredAt, event.action, event.actorId, event.subjectId,
                event.sessionId,
                event.place, event.detail);
    }
}
