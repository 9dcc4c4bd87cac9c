package dev.smartdoctor.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class RedisAwayTest {
    private final String who = "Authorization: Bearer " + TestTokens.user(UUID.randomUUID(), Roles.PATIENT);

    @Inject
    Doors doors;

    @Inject
    RateLimits limits;

    @AfterEach
    void mendTheLine() {
        RawClient.redisLine("mend");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            try (RawClient client = new RawClient(doors.port())) {
                client.request("GET", "/api/doctors");
            }
            return !limits.areLocal();
        });
    }

    @Test
    void waitsForNobodyWhoIsSilent() {
        RawClient.redisLine("hold");
        assertThat(allowed(80)).isBetween(60L, 65L);
        assertThat(limits.areLocal()).isTrue();
    }

    @Test
    void countsAfterwardsWhatWasGrantedMeanwhile() {
        RawClient.redisLine("cut");
        assertThat(allowed(60)).isEqualTo(60);
        mendTheLine();
        assertThat(allowed(40)).as("a unit comes back each second").isLessThan(25);
        assertThat(limits.areLocal()).isFalse();
    }

    private long allowed(int tries) {
        try (RawClient client = new RawClient(doors.port())) {
            return IntStream.range(0, tries)
                    .filter(i -> client.request("POST", "/api/appointments", who).status() == 200).count();
        }
    }
}
