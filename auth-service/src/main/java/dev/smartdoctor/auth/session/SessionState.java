package dev.smartdoctor.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A session as stored. */
public record SessionState(UUID id, UUID accountId, int sessionVersion, int generation, String device, String place,
        Instant startedAt, Instant lastSeenAt, Instant lastRefreshedAt, Instant expiresAt, boolean revoked) {

    /** When the session ends if the person does nothing more. */
    public Instant endsAt(Duration idleLimit) {
        Instant idle = lastSeenAt.plus(idleLimit);
        return idle.isBefore(expiresAt) ? idle : expiresAt;
    }

    public boolean isLive(Instant now, Duration idleLimit) {
        return !revoked && now.isBefore(endsAt(idleLimit));
    }

    /** The session after its refresh token was exchanged. */
    public SessionState rotated(Instant now) {
        return new SessionState(id, accountId, sessionVersion, generation + 1, device, place, startedAt, lastSeenAt,
                now,
                expiresAt, revoked);
    }
}
