package dev.smartdoctor.auth.activity;

import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class IdleLimitTest extends AuthTest {
    @Inject
    Api api;

    @Test
    void refreshesAloneDoNotKeepASessionAlive() {
        JsonPath session = api.signIn(api.patient());
        for (int i = 0; i < 7; i++) {
            MutableClock.advance(Duration.ofMinutes(4));
            session = refresh(session).statusCode(200).extract().jsonPath();
        }

        MutableClock.advance(Duration.ofMinutes(4));
        refresh(session).statusCode(401);
    }

    @Test
    void ownCallsKeepItAlive() {
        JsonPath session = api.signIn(api.patient());
        for (int i = 0; i < 4; i++) {
            MutableClock.advance(Duration.ofMinutes(25));
            session = refresh(session).statusCode(200).extract().jsonPath();
            as(session.getString("accessToken")).get("/api/users/me").then().statusCode(200);
        }
    }

    @Test
    void callsThatOtherPartsReportKeepItAlive() {
        JsonPath session = api.signIn(api.patient());
        String sid = sid(session);
        Instant seen = new MutableClock().instant().plus(Duration.ofMinutes(20));
        MutableClock.advance(Duration.ofMinutes(29));
        report(sid, seen).statusCode(204);

        MutableClock.advance(Duration.ofMinutes(20));
        refresh(session).statusCode(200);
        MutableClock.advance(Duration.ofMinutes(2));
        refresh(session).statusCode(401);
    }

    @Test
    void ofTwoSessionsTheOneThatIsReportedOutlivesTheLimit() {
        JsonPath used = api.signIn(api.patient());
        JsonPath left = api.signIn(api.patient());
        String sid = sid(used);
        for (int i = 0; i < 3; i++) {
            MutableClock.advance(Duration.ofMinutes(20));
            report(sid, new MutableClock().instant()).statusCode(204);
            used = refresh(used).statusCode(200).extract().jsonPath();
        }

        refresh(left).statusCode(401);
        refresh(used).statusCode(200);
    }

    @Test
    void reportThatComesAfterTheEndRevivesNothing() {
        JsonPath session = api.signIn(api.patient());
        String sid = sid(session);
        MutableClock.advance(Duration.ofMinutes(31));

        report(sid, new MutableClock().instant()).statusCode(204);
        refresh(session).statusCode(401);
    }

    /** Far ahead it would lie past the end of the idle session, and near ahead it would lengthen it. */
    @ParameterizedTest
    @ValueSource(strings = { "PT5H", "PT20M" })
    void reportFromTheFutureCountsAsNow(Duration ahead) {
        JsonPath session = api.signIn(api.patient());
        report(sid(session), new MutableClock().instant().plus(ahead)).statusCode(204);
        MutableClock.advance(Duration.ofMinutes(31));
        refresh(session).statusCode(401);
    }

    @Test
    void accessTokenEndsWithTheIdleSession() {
        JsonPath session = api.signIn(api.patient());
        MutableClock.advance(Duration.ofMinutes(28));

        JsonPath last = refresh(session).statusCode(200).extract().jsonPath();
        assertThat(last.getLong("expiresIn")).isBetween(100L, 120L);
    }

    @Test
    void reportsAreForServicesAndWellFormed() {
        as(api.accessToken(api.patient())).body(body(UUID.randomUUID().toString(), Instant.now()))
                .post("/internal/sessions/activity").then().statusCode(403);
        as(api.serviceToken()).body("{\"items\":[]}").post("/internal/sessions/activity").then().statusCode(422);
        as(api.serviceToken()).body(Map.of("items", List.of(Map.of("sid", "x")))).post("/internal/sessions/activity")
                .then()
                .statusCode(422);
    }

    private ValidatableResponse report(String sid, Instant seen) {
        return as(api.serviceToken()).body(body(sid, seen)).post("/internal/sessions/activity").then();
    }

    private static Map<String, Object> body(String sid, Instant seen) {
        return Map.of("items", List.of(Map.of("sid", sid, "seenAt", seen.toString())));
    }

    private static String sid(JsonPath session) {
        return as(session.getString("accessToken")).get("/api/auth/sessions").path("items[0].id");
    }

    private static ValidatableResponse refresh(JsonPath session) {
        return json().body(Map.of("refreshToken", session.getString("refreshToken"), "tokenDelivery", "body"))
                .post("/api/auth/refresh").then();
    }
}
