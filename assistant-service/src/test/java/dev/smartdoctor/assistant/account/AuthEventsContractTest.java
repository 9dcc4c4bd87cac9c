package dev.smartdoctor.assistant.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.smartdoctor.assistant.AppointmentStandIn;
import dev.smartdoctor.assistant.Talk;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.ExampleStream;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** What this service makes of each event of auth-service, as the examples show them. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(AppointmentStandIn.class)
class AuthEventsContractTest {
    private static final String FAILURES = """
            select (select count(*) from inbox_failure where event_id = $1) + (select count(*) from dead_letter where id = $1)""";

    @Inject
    Pool database;
    @Inject
    Redis redis;

    static List<String> types() {
        return ExampleEvents.types("auth.events");
    }

    @ParameterizedTest
    @MethodSource("types")
    void understandsOrPassesOver(String type) {
        Talk talk = new Talk();
        talk.say("I want to see a cardiologist");
        Map<String, String> event = ExampleEvents.about(type,
                Map.of("accountId", talk.patient(), "sessionId", UUID.randomUUID()));

        stream().publish(event);
        stream().awaitDoneBy("assistant-service");

        assertThat(count("select count(*) from conversation where owner_id = $1", talk.patient()))
                .isEqualTo(type.equals("account.erased") ? 0 : 1);
        assertThat(count(FAILURES, UUID.fromString(event.get("id")))).isZero();
    }

    @Test
    void lastsNoLongerThanTheSession() {
        UUID session = UUID.randomUUID();
        String token = TestTokens.builder().sessionId(session.toString()).build();
        assertThat(status(token)).isEqualTo(200);

        stream().publish(ExampleEvents.about("session.revoked", Map.of("sessionId", session)));

        await().atMost(Duration.ofSeconds(2)).until(() -> status(token) == 401);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/api/assistant/conversations").statusCode();
    }

    private ExampleStream stream() {
        return new ExampleStream(redis, "auth.events");
    }

    private long count(String sql, Object... values) {
        return database.preparedQuery(sql).executeAndAwait(Tuple.from(values)).iterator().next().getLong(0);
    }
}
