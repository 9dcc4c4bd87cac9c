package dev.smartdoctor.auth.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A recorded event as it is read. */
@Entity
@Immutable
@Table(name = "audit_event")
public class AuditEvent {
    @Id
    UUID id;
    @Column(name = "occurred_at")
    Instant occurredAt;
    String action;
    @Column(name = "actor_id")
    UUID actorId;
    @Column(name = "subject_id")
    UUID subjectId;
    @Column(name = "session_id")
    UUID sessionId;
    String place;
    String detail;
}
