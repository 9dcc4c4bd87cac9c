package dev.smartdoctor.gateway.proxy;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.security.RevokedSessions;
import dev.smartdoctor.platform.security.VerifiedToken;

/**
 * Knows when an answer under way has outlived its caller: whatever is being sent at the end of a session, and a stream, which
 * has no end of its own, at the end of its token. A file that was asked for in time may come to its end.
 */
@ApplicationScoped
public class StreamGuard {
    private final RevokedSessions revoked;
    private final Clock clock;

    StreamGuard(RevokedSessions revoked, Clock clock) {
        this.revoked = revoked;
        this.clock = clock;
    }

    boolean isOver(VerifiedToken caller, boolean endless) {
        if (caller == null) {
            return false;
        }
        return caller.sessionId() != null && revoked.isRevoked(caller.sessionId())
                || endless && !clock.instant().isBefore(caller.expiresAt());
    }
}
