package dev.smartdoctor.auth.session;

import java.time.Instant;
import java.util.UUID;

/** One of a person's own sessions; {@code current} marks the one that asks. */
public record SessionView(UUID id, String device, String place, Instant startedAt, Instant lastUsedAt,
        boolean current) {

    static SessionView of(SessionState session, UUID currentSession) {
        Instant lastUsed = session.lastSeenAt().isAfter(session.lastRefreshedAt())
                ? session.lastSeenAt()
                : session.lastRefreshedAt();
        return new SessionView(session.id(), session.device(), session.place(), session.startedAt(), lastUsed,
                session.id().equals(currentSession));
    }
}
