package dev.smartdoctor.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a connection remembers of its caller never outlives the token, and one request speaks for one caller. */
@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class CallerRulesTest {
    private static final String SOMEONE = "Authorization: Bearer "
            + TestTokens.user(UUID.randomUUID(), Roles.PATIENT);

    @Inject
    Doors doors;

    @AfterEach
    void resetTheClock() {
        MutableClock.reset();
    }

    @Test
    void lastsNoLongerThanTheToken() {
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.request("GET", "/api/appointments", SOMEONE).status()).isEqualTo(200);
            MutableClock.advance(Duration.ofMinutes(6));
            assertThat(client.request("GET", "/api/appointments", SOMEONE).status()).isEqualTo(401);
        }
    }

    @Test
    void takesOneTokenOnly() {
        String other = "Authorization: Bearer " + TestTokens.user(UUID.randomUUID(), Roles.ADMIN);
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(client.request("GET", "/api/appointments", SOMEONE, other).status()).isEqualTo(401);
        }
    }
}
