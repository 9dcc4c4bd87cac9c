package dev.smartdoctor.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@TestProfile(KeysNotLoadedTest.AuthServiceAway.class)
class KeysNotLoadedTest {

    @Test
    void cannotJudgeTokensAndSaysSo() {
        given().header("Authorization", "Bearer " + TestTokens.builder().build()).get("/probe/me").then()
                .statusCode(503).header("Retry-After", equalTo("1")).body("code", equalTo("UNAVAILABLE"));
        given().header("Authorization", "Bearer " + TestTokens.builder().build()).get("/probe/doctors-only").then()
                .statusCode(503);
        given().header("Authorization", "Bearer " + TestTokens.builder().build()).get("/probe/anyone").then()
                .statusCode(503);
    }

    @Test
    void stillServesWhoShowsNoToken() {
        given().get("/probe/anyone").then().statusCode(200).body("anonymous", equalTo(true));
        given().get("/probe/me").then().statusCode(401);
    }

    /** Nobody listens there. */
    public static class AuthServiceAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.rest-client.auth-service.url", "http://127.0.0.1:1");
        }
    }
}
