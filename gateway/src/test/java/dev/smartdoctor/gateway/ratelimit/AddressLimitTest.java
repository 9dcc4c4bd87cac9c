package dev.smartdoctor.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

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
class AddressLimitTest {

    @Inject
    Doors doors;

    @Test
    void isNotChargedForWhatItsUserWasRefused() {
        try (RawClient client = new RawClient(doors.port())) {
            assertThat(answered(client, someone(), 1000, 429)).as("refused to one user").isGreaterThan(800);
            assertThat(answered(client, someone(), 60, 200)).as("left to the next").isEqualTo(60);
        }
    }

    @Test
    void isChargedBeforeATokenIsLookedAt() {
        long start = System.nanoTime();
        try (RawClient client = new RawClient(doors.port())) {
            long judged = answered(client, "Authorization: Bearer a.b.c", 700, 401);
            long refilled = (System.nanoTime() - start) * 10 / 1_000_000_000L;
            assertThat(judged).isBetween(600L, 605L + refilled);
        }
    }

    private static String someone() {
        return "Authorization: Bearer " + TestTokens.user(UUID.randomUUID(), Roles.PATIENT);
    }

    private static long answered(RawClient client, String who, int tries, int status) {
        return IntStream.range(0, tries)
                .filter(i -> client.request("POST", "/api/appointments", who).status() == status).count();
    }
}
