package dev.smartdoctor.auth.audit;

import java.time.Instant;
import java.util.UUID;

/** A recorded event as administrators see it. */
public record AuditEventView(UUID id, Instant occurredAt, String action, UUID actorId, UUID subjectId, UUID sessionId,
        String place, String detail) {

    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(event.id, event.occurredAt, event.action, event.actorId, event.subjectId,
                event.sessionId,
                event.place, event.detail);
    }
}
