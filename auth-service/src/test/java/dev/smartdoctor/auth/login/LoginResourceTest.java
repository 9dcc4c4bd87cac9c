package dev.smartdoctor.auth.login;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static dev.smartdoctor.auth.testing.Api.freshEmail;
import static dev.smartdoctor.auth.testing.Api.json;
import static dev.smartdoctor.auth.testing.Api.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class LoginResourceTest extends AuthTest {
    @Inject
    Api api;

    @Test
    void signsInWithTheContractsAnswer() {
        String email = api.patient();

        json().body(Map.of("email", email, "password", PASSWORD)).post("/api/auth/login").then().statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer")).body("expiresIn", equalTo(300)).body("refreshToken", nullValue())
                .body("user.email", equalTo(email)).body("user.fullName", equalTo("José O’Brien"))
                .body("user.roles", equalTo(List.of("patient"))).body("user.locale", equalTo("en"))
                .body("user.timeZone", equalTo("UTC")).body("user.id", notNullValue());
    }

    @Test
    void accessTokenHasTheClaimsOfTheContractAndNoMore() {
        String[] parts = api.accessToken(api.patient()).split("\\.");
        JsonObject header = decoded(parts[0]);
        JsonObject claims = decoded(parts[1]);

        assertThat(header.fieldNames()).containsExactlyInAnyOrder("alg", "typ", "kid");
        assertThat(header.getString("alg")).isEqualTo("ES256");
        assertThat(header.getString("typ")).isEqualTo("at+jwt");
        assertThat(claims.fieldNames()).containsExactlyInAnyOrder("iss", "aud", "sub", "jti", "sid", "sv", "groups",
                "iat",
                "exp");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(300);
    }

    @Test
    void refreshTokenIsInAStrictCookie() {
        Response answer = login(api.patient(), PASSWORD);

        String cookie = answer.headers().getValues("Set-Cookie").stream()
                .filter(text -> text.startsWith("refresh_token="))
                .findFirst().orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/api/auth")
                .doesNotContain("Secure");
        assertThat(answer.cookie("refresh_token")).isEqualTo(answer.path("refreshToken"));
    }

    @Test
    void cookieIsSecureWhereTheGatewaySaysHttps() {
        String cookie = json().header("X-Forwarded-Proto", "https")
                .body(Map.of("email", api.patient(), "password", PASSWORD)).post("/api/auth/login").headers()
                .getValues("Set-Cookie").stream().filter(text -> text.startsWith("refresh_token=")).findFirst()
                .orElseThrow();
        assertThat(cookie).contains("Secure");
    }

    @Test
    void addressIsFoundHoweverItIsWritten() {
        login(api.patient().toUpperCase(Locale.ROOT), PASSWORD).then().statusCode(200);
    }

    @Test
    void codeOfASecondFactorOpensNothingAndStandsInNobodysWay() {
        String email = api.patient();
        json().body(Map.of("email", email, "password", PASSWORD, "totp", "123456")).post("/api/auth/login").then()
                .statusCode(200);
        json().body(Map.of("email", email, "password", "wrong-teacups-here", "totp", "123456"))
                .post("/api/auth/login").then().statusCode(401).body("code", equalTo("INVALID_CREDENTIALS"));
    }

    @Test
    void codeOfASecondFactorIsSixDigits() {
        for (Object code : List.of("12345", "1234567", "12345a", "", " 123456", "١٢٣٤٥٦", "123456\n", 123456)) {
            json().body(Map.of("email", freshEmail(), "password", PASSWORD, "totp", code)).post("/api/auth/login")
                    .then().statusCode(422).body("errors[0].field", equalTo("totp"));
        }
    }

    @Test
    void everyWrongAnswerIsTheSame() {
        String email = api.patient();
        String unknown = body(login(freshEmail(), PASSWORD));

        assertThat(body(login(email, "wrong-teacups-here"))).isEqualTo(unknown);
        assertThat(body(login(email, ""))).isEqualTo(unknown);
        assertThat(body(login(email, "x".repeat(20_000)))).isEqualTo(unknown);
        assertThat(unknown).contains("INVALID_CREDENTIALS");
    }

    @Test
    void unverifiedIsToldOnlyToWhoKnowsThePassword() {
        String email = freshEmail();
        api.register(email);

        login(email, PASSWORD).then().statusCode(403).body("code", equalTo("EMAIL_NOT_VERIFIED"));
        login(email, "wrong-teacups-here").then().statusCode(401).body("code", equalTo("INVALID_CREDENTIALS"));
    }

    @Test
    void sixthGuessWaitsAndTheRightPasswordGetsInAfterwards() {
        String email = api.patient();
        for (int i = 0; i < 5; i++) {
            login(email, "wrong-teacups-" + i).then().statusCode(401);
        }

        login(email, PASSWORD).then().statusCode(429).body("code", equalTo("RATE_LIMIT"))
                .header("Retry-After", equalTo("1")).header("RateLimit", equalTo("\"sign-in-account\";r=0;t=1"))
                .header("RateLimit-Policy", equalTo("\"sign-in-account\";q=5;w=86400"));
        MutableClock.advance(Duration.ofSeconds(2));
        login(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void unknownAddressIsThrottledLikeAKnownOne() {
        String email = freshEmail();
        for (int i = 0; i < 5; i++) {
            login(email, "wrong-teacups-" + i).then().statusCode(401);
        }
        login(email, PASSWORD).then().statusCode(429);
    }

    @Test
    void ownersKnownDeviceGetsInWhileOthersGuess() {
        String email = api.patient();
        String device = login(email, PASSWORD).cookie("device");
        for (int i = 0; i < 6; i++) {
            login(email, "wrong-teacups-" + i);
        }

        login(email, PASSWORD).then().statusCode(429);
        json().cookie("device", device).body(Map.of("email", email, "password", PASSWORD)).post("/api/auth/login")
                .then()
                .statusCode(200);
    }

    @Test
    void deviceCookieOfSomebodyElseOpensNoOtherAccount() {
        String email = api.patient();
        String stranger = login(api.patient(), PASSWORD).cookie("device");
        for (int i = 0; i < 5; i++) {
            login(email, "wrong-teacups-" + i);
        }
        json().cookie("device", stranger).body(Map.of("email", email, "password", PASSWORD)).post("/api/auth/login")
                .then()
                .statusCode(429);
    }

    @Test
    void firstSignInIsNoNewDeviceMailAndTheSecondDeviceIs() {
        String email = api.patient();
        String first = login(email, PASSWORD).cookie("device");
        json().cookie("device", first).body(Map.of("email", email, "password", PASSWORD)).post("/api/auth/login");
        login(email, PASSWORD);

        assertThat(started(email, true, true)).isEqualTo(1);
        assertThat(started(email, false, false)).isEqualTo(1);
        assertThat(started(email, true, false)).isEqualTo(1);
    }

    @Test
    void signInsAndFailuresAreAudited() {
        String email = api.patient();
        login(email, PASSWORD);
        login(email, "wrong-teacups-here");

        assertThat(audited(email, "signed_in")).isEqualTo(1);
        assertThat(audited(email, "sign_in_failed")).isEqualTo(1);
    }

    private long started(String email, boolean newDevice, boolean first) {
        return api.count("SELECT count(*) FROM outbox WHERE type = 'session.started' AND payload::jsonb @> ?::jsonb",
                new JsonObject().put("accountId", api.accountId(email).toString()).put("newDevice", newDevice)
                        .put("firstSignIn", first).encode());
    }

    private long audited(String email, String action) {
        return api.count("SELECT count(*) FROM audit_event WHERE subject_id = ? AND action = ?", api.accountId(email),
                action);
    }

    private static String body(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        JsonObject body = new JsonObject(answer.asString());
        body.remove("traceId");
        return body.encode();
    }

    private static JsonObject decoded(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
