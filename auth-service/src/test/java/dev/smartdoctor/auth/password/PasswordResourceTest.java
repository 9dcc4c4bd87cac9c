package dev.smartdoctor.auth.password;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.freshEmail;
import static dev.smartdoctor.auth.testing.Api.json;
import static dev.smartdoctor.auth.testing.Api.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PasswordResourceTest extends AuthTest {
    private static final String NEXT = "nine-green-saucers-4";

    @Inject
    Api api;

    @Test
    void resetSetsThePasswordAndEndsEverySession() {
        String email = api.patient();
        JsonPath session = api.signIn(email);
        forgot(email);

        reset(api.resetToken(email), NEXT).statusCode(204);

        login(email, PASSWORD).then().statusCode(401);
        login(email, NEXT).then().statusCode(200);
        refresh(session).statusCode(401);
        as(session.getString("accessToken")).get("/api/users/me").then().statusCode(401);
        assertThat(events(email, "account.password_changed")).isEqualTo(1);
    }

    @Test
    void resetLinkWorksOnceAndForAnHour() {
        String email = api.patient();
        forgot(email);
        String first = api.resetToken(email);
        forgot(email);
        String second = api.resetToken(email);

        reset(second, NEXT).statusCode(204);
        reset(second, NEXT).statusCode(422).body("errors.field", hasItem("token"));
        reset(first, NEXT).statusCode(422);

        forgot(email);
        String late = api.resetToken(email);
        MutableClock.advance(Duration.ofMinutes(61));
        reset(late, NEXT).statusCode(422);
    }

    @Test
    void resetVerifiesAnAddressThatWasNot() {
        String email = freshEmail();
        api.register(email);
        String verification = api.verificationToken(email);
        forgot(email);

        reset(api.resetToken(email), NEXT).statusCode(204);

        login(email, NEXT).then().statusCode(200);
        json().body(Map.of("token", verification)).post("/api/auth/verify-email").then().statusCode(422);
    }

    @Test
    void forgettingAnUnknownAddressIsAcceptedAlike() {
        json().body(Map.of("email", freshEmail())).post("/api/auth/password/forgot").then().statusCode(202);
    }

    @Test
    void mailboxIsNotFilledBySomebodyWhoForgetsForOthers() {
        String email = api.patient();
        for (int i = 0; i < 14; i++) {
            forgot(email);
        }
        assertThat(events(email, "account.password_reset_requested")).isEqualTo(10);
    }

    @Test
    void verificationTokenResetsNothing() {
        String email = freshEmail();
        api.register(email);
        reset(api.verificationToken(email), NEXT).statusCode(422).body("errors.field", hasItem("token"));
    }

    @Test
    void newPasswordMustBeAcceptable() {
        String email = api.patient();
        forgot(email);
        String token = api.resetToken(email);

        reset(token, "short").statusCode(422).body("errors.field", hasItem("newPassword"));
        reset(token, "passwordpassword").statusCode(422).body("errors.field", hasItem("newPassword"));
        reset(token, NEXT).statusCode(204);
    }

    @Test
    void changeSparesTheSessionInWhichItIsMade() {
        String email = api.patient();
        JsonPath other = api.signIn(email);
        JsonPath mine = api.signIn(email);

        change(mine, PASSWORD, NEXT).statusCode(204);

        refresh(mine).statusCode(200);
        refresh(other).statusCode(401);
        login(email, PASSWORD).then().statusCode(401);
        login(email, NEXT).then().statusCode(200);
    }

    @Test
    void changeAsksForThePresentPasswordAndIsThrottledLikeSignIn() {
        JsonPath session = api.signIn(api.patient());
        for (int i = 0; i < 5; i++) {
            change(session, "wrong-teacups-" + i, NEXT).statusCode(401).body("code", equalTo("INVALID_CREDENTIALS"));
        }
        change(session, PASSWORD, NEXT).statusCode(429);
    }

    @Test
    void resetClosesLinksThatWereOpenWhenThePasswordWasChanged() {
        String email = api.patient();
        forgot(email);
        String token = api.resetToken(email);
        change(api.signIn(email), PASSWORD, NEXT).statusCode(204);

        reset(token, PASSWORD).statusCode(422);
    }

    private static ValidatableResponse change(JsonPath session, String current, String next) {
        return as(session.getString("accessToken")).body(Map.of("currentPassword", current, "newPassword", next))
                .post("/api/auth/password/change").then();
    }

    private static void forgot(String email) {
        json().body(Map.of("email", email)).post("/api/auth/password/forgot").then().statusCode(202);
    }

    private static ValidatableResponse reset(String token, String password) {
        return json().body(Map.of("token", token, "newPassword", password)).post("/api/auth/password/reset").then();
    }

    private static ValidatableResponse refresh(JsonPath session) {
        return json().body(Map.of("refreshToken", session.getString("refreshToken"))).post("/api/auth/refresh").then();
    }

    private long events(String email, String type) {
        return api.count("SELECT count(*) FROM outbox WHERE type = ? AND aggregate_id = ?", type, api.accountId(email));
    }
}
