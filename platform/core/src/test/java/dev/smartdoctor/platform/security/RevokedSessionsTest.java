package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class RevokedSessionsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RevokedSessions revoked = new RevokedSessions(nanos::get);
    private final UUID session = UUID.randomUUID();

    @Test
    void outliveEveryTokenAndAreForgottenAfterwards() {
        revoked.revoke(session, Instant.EPOCH);
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(revoked.isRevoked(session)).as("a token lives five minutes and the clocks' difference").isTrue();
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(revoked.isRevoked(session)).as("not kept for ever").isFalse();
    }

    @Test
    void areOnlyThoseNamed() {
        revoked.revoke(session, Instant.EPOCH);
        assertThat(revoked.isRevoked(UUID.randomUUID())).isFalse();
    }
}
