package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.problem.Unavailable;
import dev.smartdoctor.platform.testing.MutableClock;

class ServiceTokensTest {
    private final CountingAuthService authService = new CountingAuthService();
    private final ServiceTokens tokens = tokens(Optional.of("secret"));

    @BeforeEach
    void stopTheClock() {
        MutableClock.set(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @AfterEach
    void resetTheClock() {
        MutableClock.reset();
    }

    @Test
    void keepsOneTokenForEachAudience() {
        assertThat(bearer("auth-service")).isEqualTo("Bearer auth-service-1");
        assertThat(bearer("auth-service")).isEqualTo("Bearer auth-service-1");
        assertThat(bearer("appointment-service")).isEqualTo("Bearer appointment-service-2");
    }

    @Test
    void renewsShortlyBeforeExpiry() {
        bearer("auth-service");
        MutableClock.advance(Duration.ofSeconds(269));
        assertThat(bearer("auth-service")).isEqualTo("Bearer auth-service-1");
        MutableClock.advance(Duration.ofSeconds(2));
        assertThat(bearer("auth-service")).isEqualTo("Bearer auth-service-2");
    }

    @Test
    void asksAgainAfterAFailure() {
        authService.away = true;
        assertThatThrownBy(() -> bearer("auth-service")).hasMessage("away");
        authService.away = false;
        assertThat(bearer("auth-service")).startsWith("Bearer ");
    }

    @Test
    void needsASecret() {
        ServiceTokens none = tokens(Optional.empty());
        assertThat(none.isConfigured()).isFalse();
        assertThatThrownBy(() -> none.bearer("auth-service").await().indefinitely()).isInstanceOf(Unavailable.class);
    }

    private String bearer(String audience) {
        return tokens.bearer(audience).await().indefinitely();
    }

    private ServiceTokens tokens(Optional<String> secret) {
        return tokens(authService, secret);
    }

    static ServiceTokens tokens(AuthServiceClient authService, Optional<String> secret) {
        return new ServiceTokens(authService, new ServiceIdentity() {
            @Override
            public String clientId() {
                return "gateway";
            }

            @Override
            public Optional<String> clientSecret() {
                return secret;
            }
        }, new MutableClock());
    }
}
