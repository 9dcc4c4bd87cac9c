package dev.smartdoctor.auth.session;

import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthSettings;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.platform.security.AccessTokenVerifier;
import dev.smartdoctor.platform.security.TokenRejected;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class LogoutResourceTest extends AuthTest {
    @Inject
    Api api;
    @Inject
    AccessTokenVerifier verifier;

    @Test
    void accessTokenEndsTheSession() {
        String email = api.patient();
        JsonPath session = api.signIn(email);

        as(session.getString("accessToken")).body("{}").post("/api/auth/logout").then().statusCode(204)
                .cookie("refresh_token", equalTo(""));

        as(session.getString("accessToken")).get("/api/users/me").then().statusCode(401);
        refresh(session).then().statusCode(401);
        assertThat(revoked(email)).isEqualTo(1);
    }

    @Test
    void refreshTokenInTheBodyEndsTheSession() {
        JsonPath session = api.signIn(api.patient());

        json().body(Map.of("refreshToken", session.getString("refreshToken"))).post("/api/auth/logout").then()
                .statusCode(204);
        refresh(session).then().statusCode(401);
    }

    @Test
    void cookieEndsTheSessionFromOurPagesOnly() {
        JsonPath session = api.signIn(api.patient());
        String token = session.getString("refreshToken");

        given().noContentType().cookie("refresh_token", token).post("/api/auth/logout").then().statusCode(403);
        given().noContentType().cookie("refresh_token", token).header("Origin", AuthSettings.ORIGIN)
                .header("X-Requested-With", "smart-doctor").post("/api/auth/logout").then().statusCode(204);
        refresh(session).then().statusCode(401);
    }

    @Test
    void nothingToGoByIsUnauthenticatedAndAnUnknownTokenIsNot() {
        json().body("{}").post("/api/auth/logout").then().statusCode(401);
        json().body("{}").post("/api/auth/logout-all").then().statusCode(401);
        json().body(Map.of("refreshToken", "unknown")).post("/api/auth/logout").then().statusCode(204);
    }

    @Test
    void logoutAllEndsEverySessionOfTheAccountAndNoOther() {
        String email = api.patient();
        JsonPath one = api.signIn(email);
        JsonPath two = api.signIn(email);
        JsonPath somebodyElse = api.signIn(api.patient());

        as(one.getString("accessToken")).body("{}").post("/api/auth/logout-all").then().statusCode(204);

        refresh(one).then().statusCode(401);
        refresh(two).then().statusCode(401);
        as(two.getString("accessToken")).get("/api/users/me").then().statusCode(401);
        refresh(somebodyElse).then().statusCode(200);
        assertThat(revoked(email)).isEqualTo(2);
    }

    @Test
    void replicasHearOfItWithinTwoSeconds() {
        JsonPath session = api.signIn(api.patient());
        as(session.getString("accessToken")).body("{}").post("/api/auth/logout");

        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> isRejected(session.getString("accessToken")));
    }

    @Test
    void revocationsTellThoseWhoMissedTheEvent() {
        JsonPath session = api.signIn(api.patient());
        List<String> sessions = as(session.getString("accessToken")).get("/api/auth/sessions").path("items.id");
        String before = Instant.now().minusSeconds(1).toString();
        as(session.getString("accessToken")).body("{}").post("/api/auth/logout");

        String service = api.serviceToken();
        as(service).queryParam("since", before).get("/internal/revocations").then().statusCode(200)
                .body("items.sid", hasItem(sessions.get(0)));
        as(service).queryParam("since", Instant.now().plusSeconds(5).toString()).get("/internal/revocations").then()
                .body("items.sid", not(hasItem(sessions.get(0))));
        as(service).queryParam("since", "2020-01-01T00:00:00Z").get("/internal/revocations").then()
                .body("items.sid", hasItem(sessions.get(0)));
        as(service).queryParam("since", "yesterday").get("/internal/revocations").then().statusCode(422);
    }

    /** Whoever asks again "since asOf" must also hear of what was stamped before and committed after this answer. */
    @Test
    void revocationsOverlapAndReachBackNoFurtherThanATokenCanLive() {
        JsonPath session = api.signIn(api.patient());
        String token = session.getString("accessToken");
        String sid = as(token).get("/api/auth/sessions").path("items[0].id");
        as(token).body("{}").post("/api/auth/logout");
        MutableClock.set(Instant.now().plus(Duration.ofMinutes(9)));
        String lagging = new MutableClock().instant().minusSeconds(15).toString();
        revocations().body("items.sid", hasItem(sid)).body("asOf", equalTo(lagging));
        MutableClock.advance(Duration.ofMinutes(2));
        revocations().body("items.sid", not(hasItem(sid)));
    }

    private ValidatableResponse revocations() {
        return as(api.serviceToken()).queryParam("since", "2020-01-01T00:00:00Z").get("/internal/revocations").then()
                .statusCode(200);
    }

    @Test
    void listsAndEndsOwnSessions() {
        String email = api.patient();
        JsonPath phone = api.signIn(email);
        JsonPath desk = api.signIn(email);
        String token = desk.getString("accessToken");

        JsonPath list = as(token).get("/api/auth/sessions").then().statusCode(200).body("total", equalTo(2))
                .body("items[0].current", equalTo(true)).body("items[0].place", equalTo("127.0.0.0/24")).extract()
                .jsonPath();
        as(token).delete("/api/auth/sessions/" + list.getString("items[1].id")).then().statusCode(204);

        refresh(phone).then().statusCode(401);
        as(token).get("/api/auth/sessions").then().body("total", equalTo(1));
        as(token).delete("/api/auth/sessions/" + list.getString("items[1].id")).then().statusCode(404);
    }

    @Test
    void sessionOfSomebodyElseDoesNotExist() {
        JsonPath theirs = api.signIn(api.patient());
        String id = as(theirs.getString("accessToken")).get("/api/auth/sessions").path("items[0].id");
        String mine = api.accessToken(api.patient());

        as(mine).delete("/api/auth/sessions/" + id).then().statusCode(404);
        as(mine).delete("/api/auth/sessions/" + UUID.randomUUID()).then().statusCode(404);
        as(mine).delete("/api/auth/sessions/not-an-id").then().statusCode(404);
        refresh(theirs).then().statusCode(200);
    }

    private boolean isRejected(String token) {
        try {
            verifier.verify(token);
            return false;
        } catch (TokenRejected e) {
            return true;
        }
    }

    private static Response refresh(JsonPath session) {
        return json().body(Map.of("refreshToken", session.getString("refreshToken"))).post("/api/auth/refresh");
    }

    private long revoked(String email) {
        return api.count("SELECT count(*) FROM audit_event WHERE subject_id = ? AND action IN ('signed_out', "
                + "'session_revoked')", api.accountId(email));
    }
}
