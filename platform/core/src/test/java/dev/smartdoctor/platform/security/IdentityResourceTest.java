package dev.smartdoctor.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class IdentityResourceTest {
    private static final UUID SOMEONE = UUID.randomUUID();

    @Test
    void tellsTheResourceWhoCalls() {
        String sid = UUID.randomUUID().toString();
        String token = TestTokens.builder().subject(SOMEONE.toString()).sessionId(sid).roles("patient", "doctor")
                .build();
        with(token).get("/probe/me").then().statusCode(200)
                .body("id", equalTo(SOMEONE.toString()), "sid", equalTo(sid), "doctor", equalTo(true))
                .body("roles", containsInAnyOrder("patient", "doctor"))
                .body("bearer", equalTo("Bearer " + token));
    }

    @Test
    void refusesProtectedResourcesWithoutToken() {
        given().get("/probe/me").then().statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED"), "instance", equalTo("/probe/me"));
        given().get("/probe/doctors-only").then().statusCode(401);
    }

    @Test
    void givesOneBodyForEveryCauseOfRefusal() {
        String none = given().header("traceparent", TRACE).get("/probe/me").body().asString();
        for (String bad : new String[]{ "rubbish", "a.b.c", TestTokens.builder().issuer("https://other").build(),
                TestTokens.builder().keyId("unknown").build(),
                TestTokens.builder().issuedAt(Instant.now().minusSeconds(3600)).build() }) {
            given().header("traceparent", TRACE).header("Authorization", "Bearer " + bad).get("/probe/me").then()
                    .statusCode(401).body(equalTo(none));
        }
        given().header("traceparent", TRACE).header("Authorization", "Basic YTpi").get("/probe/me").then()
                .statusCode(401).body(equalTo(none));
        given().header("traceparent", TRACE).header("Authorization", "Bearer ").get("/probe/me").then()
                .statusCode(401).body(equalTo(none));
    }

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void refusesTheWrongRole() {
        with(TestTokens.user(SOMEONE, "patient")).get("/probe/doctors-only").then().statusCode(403)
                .contentType(startsWith("application/problem+json")).body("code", equalTo("FORBIDDEN"));
        with(TestTokens.user(SOMEONE, "doctor")).get("/probe/doctors-only").then().statusCode(200);
    }

    @Test
    void closesWhatIsNotAnnotated() {
        given().get("/probe/unannotated").then().statusCode(401);
        with(TestTokens.user(SOMEONE, "admin")).get("/probe/unannotated").then().statusCode(403);
    }

    @Test
    void acceptsServiceTokensForItsOwnNameOnly() {
        with(TestTokens.service("core-test-service", "gateway")).get("/probe/internal").then().statusCode(200)
                .body("caller", equalTo("gateway"));
        with(TestTokens.service("appointment-service")).get("/probe/internal").then().statusCode(401);
        with(TestTokens.service("smart-doctor")).get("/probe/internal").then().statusCode(401);
        with(TestTokens.user(SOMEONE, "admin")).get("/probe/internal").then().statusCode(403);
        given().get("/probe/internal").then().statusCode(401);
    }

    @Test
    void takesBearersOfBadTokensForNobodyOnPublicResources() {
        given().get("/probe/anyone").then().statusCode(200).body("anonymous", equalTo(true));
        with(TestTokens.user(SOMEONE, "patient")).get("/probe/anyone").then().statusCode(200)
                .body("anonymous", equalTo(false));
        with(TestTokens.builder().life(Duration.ofSeconds(-60)).build()).get("/probe/anyone").then().statusCode(200)
                .body("anonymous", equalTo(true));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
