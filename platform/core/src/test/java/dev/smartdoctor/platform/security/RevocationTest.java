package dev.smartdoctor.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.ExampleStream;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class RevocationTest {
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @Inject
    Redis redis;
    @Inject
    RevokedSessions revoked;
    @Inject
    RevocationPull pull;

    private final UUID session = UUID.randomUUID();
    private final String token = TestTokens.builder().sessionId(session.toString()).build();

    @AfterEach
    void resetTheStandIn() {
        AuthStandIn.reset();
    }

    @Test
    void reachesUsByTheStreamWithinTwoSeconds() {
        assertThat(status()).isEqualTo(200);
        for (int i = 0; i < 20; i++) {
            publish("session.revoked", UUID.randomUUID().toString());
        }
        publish("session.revoked", session.toString());
        await().atMost(PROMISED).until(() -> status() == 401);
    }

    @Test
    void isNotStoppedByWhatItCannotRead() {
        publish("session.revoked", "no uuid");
        redis.sendAndAwait(Request.cmd(Command.XADD).arg("auth.events").arg("*").arg("nonsense").arg("1"));
        publish("session.started", session.toString());
        UUID other = UUID.randomUUID();
        publish("session.revoked", other.toString());
        await().atMost(PROMISED).until(() -> revoked.isRevoked(other));
        assertThat(revoked.isRevoked(session)).as("another event's session").isFalse();
    }

    @Test
    void isHeardOfTheEventThatSaysSoAndOfNoOther() {
        ExampleStream events = new ExampleStream(redis, "auth.events");
        UUID kept = UUID.randomUUID();
        for (String type : ExampleEvents.types("auth.events")) {
            UUID about = type.equals("session.revoked") ? session : kept;
            events.publish(ExampleEvents.about(type, Map.of("sessionId", about)));
        }
        UUID last = UUID.randomUUID();
        events.publish(ExampleEvents.about("session.revoked", Map.of("sessionId", last)));
        await().atMost(PROMISED).until(() -> revoked.isRevoked(last));
        assertThat(status()).isEqualTo(401);
        assertThat(revoked.isRevoked(kept)).as("a session of other events").isFalse();
    }

    @Test
    void isStillHeardAfterRedisWasEmptied() {
        redis.sendAndAwait(Request.cmd(Command.FLUSHALL));
        publish("session.revoked", session.toString());
        await().atMost(PROMISED).until(() -> status() == 401);
    }

    @Test
    void reachesUsByAskingWhereTheStreamWasAway() {
        assertThat(status()).isEqualTo(200);
        AuthStandIn.stub("/internal/revocations", 200,
                "{\"items\":[{\"sid\":\"" + session + "\",\"revokedAt\":\"" + Instant.now() + "\"}],\"asOf\":\""
                        + Instant.now() + "\"}");
        redis.send(Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("normal").arg("SKIPME").arg("no"))
                .onFailure().recoverWithNull().await().atMost(PROMISED);
        await().atMost(Duration.ofSeconds(5)).until(() -> status() == 401);
    }

    @Test
    void reachesUsByAskingOutOfTurn() {
        AuthStandIn.stub("/internal/revocations", 200, "{\"items\":[{\"sid\":\"" + session
                + "\",\"revokedAt\":\"2026-03-01T10:00:00Z\",\"more\":1}],\"asOf\":\"" + Instant.now() + "\"}");
        pull.pullNow();
        await().atMost(PROMISED).until(() -> status() == 401);
    }

    private int status() {
        return given().header("Authorization", "Bearer " + token).get("/probe/me").statusCode();
    }

    private void publish(String type, String sessionId) {
        redis.sendAndAwait(Request.cmd(Command.XADD).arg("auth.events").arg("*").arg("id")
                .arg(UUID.randomUUID().toString()).arg("type").arg(type).arg("payload")
                .arg("{\"sessionId\":\"" + sessionId + "\"}"));
    }
}
