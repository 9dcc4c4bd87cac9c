package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.security.AuthServiceClient.Revocation;
import dev.smartdoctor.platform.security.AuthServiceClient.Revocations;
import dev.smartdoctor.platform.testing.MutableClock;
import io.vertx.core.Vertx;

class RevocationPullTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final CountingAuthService authService = new CountingAuthService();
    private final RevokedSessions revoked = new RevokedSessions();
    private final Vertx vertx = Vertx.vertx();
    private final UUID session = UUID.randomUUID();

    @BeforeEach
    void stopTheClock() {
        MutableClock.set(NOW);
    }

    @AfterEach
    void close() {
        MutableClock.reset();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asksAtTheStartForEverySessionWhoseTokensMayStillLive() {
        authService.revocations = new Revocations(List.of(new Revocation(session, NOW.minusSeconds(200))), NOW);
        pull(Duration.ofHours(1)).start(null);
        assertThat(authService.askedSince).containsExactly(NOW.minus(Duration.ofMinutes(6)));
        assertThat(revoked.isRevoked(session)).isTrue();
    }

    @Test
    void asksAgainAndAgainWithAnOverlap() {
        authService.revocations = new Revocations(List.of(), NOW.plusSeconds(20));
        pull(Duration.ofMillis(50)).start(null);
        await().until(() -> authService.askedSince.size() >= 3);
        // A copy: the pull goes on asking while this is read.
        assertThat(List.copyOf(authService.askedSince).subList(1, 3)).containsOnly(NOW.minusSeconds(10));
        authService.revocations = new Revocations(List.of(new Revocation(session, NOW)), NOW);
        await().until(() -> revoked.isRevoked(session));
    }

    @Test
    void comesBackAfterAFailure() {
        authService.away = true;
        pull(Duration.ofHours(1)).start(null);
        assertThat(authService.tokens).hasPositiveValue();
        authService.revocations = new Revocations(List.of(new Revocation(session, NOW)), NOW);
        authService.away = false;
        await().atMost(Duration.ofSeconds(10)).until(() -> revoked.isRevoked(session));
    }

    private RevocationPull pull(Duration interval) {
        ServiceTokens tokens = ServiceTokensTest.tokens(authService, Optional.of("secret"));
        return new RevocationPull(authService, tokens, revoked, vertx, new MutableClock(), true, interval);
    }
}
