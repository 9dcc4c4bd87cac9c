package dev.smartdoctor.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * The sessions whose access tokens must no longer be accepted, although they have not expired. An entry outlives every token
 * of its session (5 minutes and the clock skew), after which no token of it exists.
 */
@ApplicationScoped
public class RevokedSessions {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<UUID, Instant> revoked;

    public RevokedSessions() {
        this(Ticker.systemTicker());
    }

    RevokedSessions(Ticker ticker) {
        revoked = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(KEPT).build();
    }

    public boolean isRevoked(UUID sessionId) {
        return revoked.getIfPresent(sessionId) != null;
    }

    public void revoke(UUID sessionId, Instant at) {
        revoked.put(sessionId, at);
    }
}
