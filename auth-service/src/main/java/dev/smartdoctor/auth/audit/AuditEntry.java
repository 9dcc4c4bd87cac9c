package dev.smartdoctor.auth.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened: who did it, to whose account, in which session, from which network. It holds ids, no names and
 * no addresses of people, so that erasing an account leaves the record whole.
 */
public record AuditEntry(AuditAction action, Instant at, UUID actorId, UUID subjectId, UUID sessionId, String place,
        String detail) {

    /** Something a person did to their own account. */
    public static AuditEntry own(AuditAction action, Instant at, UUID accountId) {
        return new AuditEntry(action, at, accountId, accountId, null, null, null);
    }

    /** Something that happened to an account without a known actor. */
    public static AuditEntry to(AuditAction action, Instant at, UUID accountId) {
        return new AuditEntry(action, at, null, accountId, null, null, null);
    }

    public AuditEntry by(UUID actor) {
        return new AuditEntry(action, at, actor, subjectId, sessionId, place, detail);
    }

    public AuditEntry in(UUID session) {
        return new AuditEntry(action, at, actorId, subjectId, session, place, detail);
    }

    public AuditEntry from(String network) {
        return new AuditEntry(action, at, actorId, subjectId, sessionId, network, detail);
    }

    public AuditEntry saying(String text) {
        return new AuditEntry(action, at, actorId, subjectId, sessionId, place, text);
    }
}
