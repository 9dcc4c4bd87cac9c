package dev.smartdoctor.auth.refresh;

import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthSettings;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.auth.testing.Parallel;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class RefreshResourceTest extends AuthTest {
    private static final int ROUNDS = Boolean.getBoolean("proof") ? 200 : 20;

    @Inject
    Api api;

    @Test
    void everyRefreshGivesAnotherToken() {
        JsonPath session = api.signIn(api.patient());
        String first = session.getString("refreshToken");

        String second = refresh(first).statusCode(200).body("refreshToken", not(equalTo(first)))
                .body("user.email", notNullValue()).extract().path("refreshToken");
        refresh(second).statusCode(200);
    }

    @Test
    void parentGetsTheSameSuccessorForTenSeconds() {
        String parent = api.signIn(api.patient()).getString("refreshToken");
        String successor = refresh(parent).extract().path("refreshToken");

        MutableClock.advance(Duration.ofSeconds(9));
        refresh(parent).statusCode(200).body("refreshToken", equalTo(successor));
    }

    @Test
    void parentAfterItsGraceEndsTheFamily() {
        String email = api.patient();
        JsonPath session = api.signIn(email);
        String parent = session.getString("refreshToken");
        String successor = refresh(parent).extract().path("refreshToken");

        MutableClock.advance(Duration.ofSeconds(11));
        refresh(parent).statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        refresh(successor).statusCode(401);
        as(session.getString("accessToken")).get("/api/users/me").then().statusCode(401);
        assertThat(events(email, "session.revoked")).isEqualTo(1);
        assertThat(events(email, "session.reuse_detected")).isEqualTo(1);
    }

    @Test
    void grandparentEndsTheFamilyEvenAtOnce() {
        String first = api.signIn(api.patient()).getString("refreshToken");
        String second = refresh(first).extract().path("refreshToken");
        String third = refresh(second).extract().path("refreshToken");

        refresh(first).statusCode(401);
        refresh(third).statusCode(401);
    }

    @Test
    void reuseEndsOneFamilyAndNoOther() {
        String email = api.patient();
        String other = api.signIn(email).getString("refreshToken");
        String first = api.signIn(email).getString("refreshToken");
        refresh(refresh(first).extract().path("refreshToken"));

        refresh(first).statusCode(401);
        refresh(other).statusCode(200);
    }

    @Test
    void sixtyFourThreadsWithOneTokenGetOneSuccessor() throws Exception {
        String token = api.signIn(api.patient()).getString("refreshToken");
        try (Parallel parallel = new Parallel()) {
            for (int round = 0; round < ROUNDS; round++) {
                String body = new JsonObject().put("refreshToken", token).put("tokenDelivery", "body").encode();
                List<HttpResponse<String>> answers = parallel
                        .send(Parallel.times(64, Parallel.post("/api/auth/refresh", body)));

                assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
                List<String> successors = answers.stream()
                        .map(answer -> new JsonObject(answer.body()).getString("refreshToken")).distinct().toList();
                assertThat(successors).hasSize(1).doesNotContain(token);
                token = successors.get(0);
            }
        }
    }

    @Test
    void databaseHoldsNoToken() {
        String email = api.patient();
        String first = api.signIn(email).getString("refreshToken");
        String second = refresh(first).extract().path("refreshToken");

        String rows = api.text("SELECT string_agg(t::text, ' ') FROM refresh_token t");
        assertThat(rows).doesNotContain(first).doesNotContain(second);
    }

    @Test
    void cookieCountsFromOurPagesOnly() {
        String token = api.signIn(api.patient()).getString("refreshToken");

        byCookie(token).post("/api/auth/refresh").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        byCookie(token).header("Origin", "https://evil.example").header("X-Requested-With", "smart-doctor")
                .post("/api/auth/refresh").then().statusCode(403);
        byCookie(token).header("Origin", AuthSettings.ORIGIN).post("/api/auth/refresh").then().statusCode(403);
        byCookie(token).header("Origin", AuthSettings.ORIGIN).header("X-Requested-With", "smart-doctor")
                .post("/api/auth/refresh").then().statusCode(200).cookie("refresh_token", not(equalTo(token)));
    }

    @Test
    void emptyBodyWithTheCookieWillDo() {
        String token = api.signIn(api.patient()).getString("refreshToken");

        given().noContentType().cookie("refresh_token", token).header("Origin", "https://app.clinic.example")
                .header("X-Requested-With", "smart-doctor").post("/api/auth/refresh").then().statusCode(200);
    }

    @Test
    void nothingShownIsUnauthenticated() {
        json().body("{}").post("/api/auth/refresh").then().statusCode(401);
        refresh("unknown-token").statusCode(401);
    }

    @Test
    void sessionEndsAfterTwelveHoursWhateverIsDone() {
        String email = api.patient();
        JsonPath session = api.signIn(email);
        String refreshToken = session.getString("refreshToken");
        String accessToken = session.getString("accessToken");
        for (int i = 0; i < 36; i++) {
            MutableClock.advance(Duration.ofMinutes(20).minusSeconds(1));
            JsonPath next = refresh(refreshToken).statusCode(200).extract().jsonPath();
            refreshToken = next.getString("refreshToken");
            accessToken = next.getString("accessToken");
            as(accessToken).get("/api/users/me").then().statusCode(200);
        }

        MutableClock.advance(Duration.ofSeconds(40));
        refresh(refreshToken).statusCode(401);
        as(accessToken).get("/api/users/me").then().statusCode(401);
    }

    private static RequestSpecification byCookie(String token) {
        return json().cookie("refresh_token", token).body("{}");
    }

    private static ValidatableResponse refresh(String token) {
        return json().body(Map.of("refreshToken", token, "tokenDelivery", "body")).post("/api/auth/refresh").then();
    }

    private long events(String email, String type) {
        return api.count("SELECT count(*) FROM outbox WHERE type = ? AND payload::jsonb ->> 'accountId' = ?", type,
                api.accountId(email).toString());
    }
}
