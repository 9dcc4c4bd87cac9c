package dev.smartdoctor.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.ExampleStream;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;

/** The one event that the gateway hears, among those that it passes over, as the examples show them. */
@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class RevocationContractTest {
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final String REVOKED = "session.revoked";

    @Inject
    Doors doors;
    @Inject
    Redis redis;

    @Test
    void tokenLastsNoLongerThanItsSession() {
        UUID ended = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        await().until(() -> status(ended) == 200 && status(kept) == 200);
        ExampleStream events = new ExampleStream(redis, "auth.events");

        ExampleEvents.types("auth.events").stream().filter(type -> !type.equals(REVOKED))
                .forEach(type -> events.publish(ExampleEvents.about(type, Map.of("sessionId", kept))));
        events.publish(ExampleEvents.about(REVOKED, Map.of("sessionId", ended)));

        await().atMost(PROMISED).until(() -> status(ended) == 401);
        assertThat(status(kept)).as("of other events' session").isEqualTo(200);
    }

    private int status(UUID session) {
        String token = TestTokens.builder().sessionId(session.toString()).build();
        try (RawClient client = new RawClient(doors.port())) {
            return client.request("GET", "/api/appointments", "Authorization: Bearer " + token).status();
        }
    }
}
