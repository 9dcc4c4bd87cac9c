package dev.smartdoctor.auth.session;

import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.auth.testing.WrittenEvents;
import dev.smartdoctor.platform.testing.EventForm;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.ExampleStream;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.redis.client.Redis;

/** Every event of a session is written as its example shows it to those who read it, this service among them. */
@QuarkusTest
class SessionEventContractTest extends AuthTest {
    @Inject
    Api api;
    @Inject
    WrittenEvents written;
    @Inject
    Redis redis;

    @ParameterizedTest
    @EnumSource
    void isWrittenAsItsExample(SessionEventType type) {
        String email = api.patient();
        api.signIn(email);
        JsonPath onAnotherDevice = api.signIn(email);

        happen(type, onAnotherDevice).then().statusCode(type == SessionEventType.REUSE_DETECTED ? 401 : 204);

        assertThat(EventForm.of(written.newest(type.type(), api.accountId(email))))
                .isEqualTo(EventForm.of(ExampleEvents.fields(type.type())));
    }

    private static Response happen(SessionEventType type, JsonPath session) {
        return switch (type) {
            case STARTED, REVOKED -> as(session.getString("accessToken")).body("{}").post("/api/auth/logout");
            case REUSE_DETECTED -> {
                refresh(session);
                MutableClock.advance(Duration.ofMinutes(1));
                yield refresh(session);
            }
        };
    }

    private static Response refresh(JsonPath session) {
        return json().body(Map.of("refreshToken", session.getString("refreshToken"))).post("/api/auth/refresh");
    }

    @Test
    void revocationOfAnotherReplicaIsUnderstood() {
        String token = api.accessToken(api.patient());
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        UUID session = UUID.fromString(new JsonObject(claims).getString("sid"));

        new ExampleStream(redis, "auth.events")
                .publish(ExampleEvents.about("session.revoked", Map.of("sessionId", session)));

        await().atMost(Duration.ofSeconds(2))
                .until(() -> as(token).get("/api/users/me").statusCode() == 401);
    }
}
