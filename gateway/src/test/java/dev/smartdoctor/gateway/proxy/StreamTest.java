package dev.smartdoctor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.door.Doors;
import dev.smartdoctor.gateway.testing.GatewayTestResource;
import dev.smartdoctor.gateway.testing.RawClient;
import dev.smartdoctor.gateway.testing.ServiceStandIn;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.ExampleStream;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;

/** Answers that take their time: they pass part by part, at their reader's pace, and no longer than their caller may read. */
@QuarkusTest
@QuarkusTestResource(GatewayTestResource.class)
class StreamTest {
    private static final Duration LONGER_THAN_ANY_LOOK = Duration.ofMillis(2500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Doors doors;
    @Inject
    Redis redis;

    private final UUID session = UUID.randomUUID();
    private final String signedIn = "Authorization: Bearer "
            + TestTokens.builder().sessionId(session.toString()).build();

    /** Just started, the gateway has no keys yet by which to judge a token. */
    @BeforeEach
    void awaitTheKeys() {
        try (RawClient client = new RawClient(doors.port())) {
            await().atMost(PATIENCE).until(() -> client.request("GET", "/api/appointments", signedIn).status() == 200);
        }
    }

    @AfterEach
    void reset() {
        MutableClock.reset();
        RawClient.standIn("release");
    }

    @Test
    void everyEventIsThereBeforeTheNextIsWritten() throws IOException {
        try (RawClient client = new RawClient(doors.port())) {
            openStream(client);
            RawClient.standIn("release");
            assertThat(client.readChunk()).isEqualTo("event: done\ndata: 2\n\n");
            assertThat(client.readChunk()).isNull();
            assertThat(client.request("GET", "/api/doctors").status()).as("the connection goes on").isEqualTo(200);
        }
    }

    @Test
    void serviceStopsWritingWhenTheClientLeaves() throws IOException {
        int before = RawClient.standIn("cancelled");
        try (RawClient client = new RawClient(doors.port())) {
            openStream(client);
        }
        await().atMost(PATIENCE).until(() -> RawClient.standIn("cancelled") > before);
    }

    @Test
    void serviceWritesNoFasterThanTheClientReads() throws IOException {
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("GET", "/api/doctors?answer=flood"));
            client.readHead();
            AtomicInteger last = new AtomicInteger();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).during(Duration.ofSeconds(1))
                    .until(() -> RawClient.standIn("poured"), now -> last.getAndSet(now) == now && now > 0);
            assertThat(last.get()).as("KiB until it was stopped").isLessThan(ServiceStandIn.FLOOD_KIB / 4);

            await().atMost(PATIENCE).until(() -> {
                for (int i = 0; i < 100; i++) {
                    client.readChunk();
                }
                return RawClient.standIn("poured") > last.get();
            });
        }
    }

    @Test
    void streamEndsWithItsToken() throws IOException {
        int before = RawClient.standIn("cancelled");
        try (RawClient client = new RawClient(doors.port())) {
            openStream(client);
            MutableClock.advance(Duration.ofMinutes(6));
            await().atMost(PATIENCE).until(client::isClosedByServer);
            await().atMost(PATIENCE).until(() -> RawClient.standIn("cancelled") > before);
        }
    }

    @Test
    void streamEndsWithItsSession() throws IOException {
        int before = RawClient.standIn("cancelled");
        try (RawClient client = new RawClient(doors.port())) {
            openStream(client);
            revoke();
            await().atMost(PATIENCE).until(client::isClosedByServer);
            await().atMost(PATIENCE).until(() -> RawClient.standIn("cancelled") > before);
        }
    }

    @Test
    void streamOfACallerInGoodStandingGoesOn() throws IOException {
        try (RawClient client = new RawClient(doors.port())) {
            openStream(client);
            MutableClock.advance(Duration.ofMinutes(4));
            await().pollDelay(LONGER_THAN_ANY_LOOK).until(() -> true);
            RawClient.standIn("release");
            assertThat(client.readChunk()).contains("done");
        }
    }

    @Test
    void fileMayComeToItsEndAfterItsTokenButNotAfterItsSession() throws IOException {
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("GET", "/api/appointments?answer=halves", signedIn));
            client.readHead();
            MutableClock.advance(Duration.ofMinutes(6));
            await().pollDelay(LONGER_THAN_ANY_LOOK).until(() -> true);
            RawClient.standIn("release");
            assertThat(client.readBody(10)).isEqualTo("firstother");
        }
        MutableClock.reset();
        try (RawClient client = new RawClient(doors.port())) {
            client.send(RawClient.head("GET", "/api/appointments?answer=halves", signedIn));
            client.readHead();
            revoke();
            await().atMost(PATIENCE).until(client::isClosedByServer);
        }
    }

    /** Reads the first event, after which the service waits. */
    private void openStream(RawClient client) throws IOException {
        client.send(RawClient.head("POST", "/api/assistant/conversations/1/messages?answer=events", signedIn,
                "Accept: text/event-stream", "Accept-Encoding: gzip", "Content-Length: 2") + "{}");
        assertThat(client.readHead()).contains("text/event-stream").doesNotContainIgnoringCase("content-encoding");
        assertThat(client.readChunk()).isEqualTo("event: token\ndata: 1\n\n");
    }

    private void revoke() {
        new ExampleStream(redis, "auth.events")
                .publish(ExampleEvents.about("session.revoked", Map.of("sessionId", session)));
    }
}
