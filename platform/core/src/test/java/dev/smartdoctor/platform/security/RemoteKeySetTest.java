package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.problem.Unavailable;
import dev.smartdoctor.platform.testing.MutableClock;
import io.vertx.core.Vertx;

class RemoteKeySetTest {
    private final CountingAuthService authService = new CountingAuthService();
    private final Vertx vertx = Vertx.vertx();
    private final RemoteKeySet keys = new RemoteKeySet(authService, vertx, new MutableClock());

    @BeforeEach
    void stopTheClock() {
        MutableClock.set(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @AfterEach
    void close() {
        MutableClock.reset();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void judgesNothingBeforeItWasLoaded() {
        authService.away = true;
        keys.start(null);
        AccessTokenVerifier verifier = new AccessTokenVerifier(keys, TokenFixture.config(), new RevokedSessions(),
                new MutableClock());
        assertThat(keys.isLoaded()).isFalse();
        assertThatThrownBy(() -> verifier.verify("a.b.c")).isInstanceOf(Unavailable.class);
        authService.away = false;
        await().atMost(Duration.ofSeconds(3)).until(keys::isLoaded);
        assertThatThrownBy(() -> verifier.verify("a.b.c")).isInstanceOf(TokenRejected.class);
    }

    @Test
    void asksForAnUnknownKeyAtMostOnceAMinute() {
        keys.start(null);
        assertThat(keys.find(TokenFixture.KEY_ID)).isPresent();
        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.find("forged-" + i)).isEmpty();
        }
        assertThat(authService.keySets).as("at the start and once for all the forged ones").hasValue(2);
        MutableClock.advance(Duration.ofSeconds(61));
        keys.find("forged");
        keys.find("forged");
        assertThat(authService.keySets).hasValue(3);
    }

    @Test
    void learnsANewKeyAsSoonAsATokenNamesIt() {
        keys.start(null);
        authService.keySet = CountingAuthService.keySetOf("rotated");
        assertThat(keys.find("rotated")).isEmpty();
        assertThat(keys.find("rotated")).isPresent();
    }

    @Test
    void keepsTheLastGoodSet() {
        keys.start(null);
        for (String bad : new String[]{ "{\"keys\":[]}", "<html>", "{}" }) {
            authService.keySet = bad;
            MutableClock.advance(Duration.ofSeconds(61));
            keys.find("unknown");
            assertThat(keys.find(TokenFixture.KEY_ID)).isPresent();
        }
        authService.away = true;
        MutableClock.advance(Duration.ofSeconds(61));
        keys.find("unknown");
        assertThat(keys.find(TokenFixture.KEY_ID)).isPresent();
    }
}
