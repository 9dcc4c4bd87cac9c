package dev.smartdoctor.auth.testing;

import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;

/** Who may call what: every secured operation with no token, a forged one, and one of the wrong kind. */
@QuarkusTest
class AccessTest extends AuthTest {
    private static final String ID = "7b2f7b0e-0000-4000-8000-000000000000";

    @Inject
    Api api;

    @ParameterizedTest
    @ValueSource(strings = { "GET /api/users/me", "PATCH /api/users/me", "GET /api/auth/sessions",
            "DELETE /api/auth/sessions/" + ID, "POST /api/auth/password/change", "GET /api/admin/users",
            "POST /api/admin/users", "PATCH /api/admin/users/" + ID, "GET /api/admin/audit",
            "GET /internal/accounts/" + ID,
            "GET /internal/verifications/" + ID, "GET /internal/password-resets/" + ID, "GET /internal/revocations",
            "POST /internal/sessions/activity", "POST /internal/events/confirmations" })
    void needsAToken(String operation) {
        String[] parts = operation.split(" ");
        String forged = TestTokens.user(UUID.randomUUID(), "admin", "service");

        json().body("{}").request(parts[0], parts[1]).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        as("x.y.z").body("{}").request(parts[0], parts[1]).then().statusCode(401);
        as(forged).body("{}").request(parts[0], parts[1]).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /api/admin/users", "POST /api/admin/users", "PATCH /api/admin/users/" + ID,
            "GET /api/admin/audit", "GET /internal/accounts/" + ID, "GET /internal/verifications/" + ID,
            "GET /internal/password-resets/" + ID, "GET /internal/revocations", "POST /internal/sessions/activity",
            "POST /internal/events/confirmations" })
    void isNotForPatients(String operation) {
        String[] parts = operation.split(" ");
        as(api.accessToken(api.patient())).body("{}").request(parts[0], parts[1]).then().statusCode(403).body("code",
                equalTo("FORBIDDEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "doctor", "receptionist" })
    void administrationIsForAdministrators(String role) {
        String token = api.accessToken(api.staff(role));
        as(token).get("/api/admin/users").then().statusCode(403);
        as(token).get("/api/admin/audit").then().statusCode(403);
    }

    @Test
    void internalInterfaceIsNotForAdministrators() {
        as(api.adminToken()).get("/internal/revocations").then().statusCode(403);
    }

    @Test
    void serviceTokenIsGoodForItsAudienceAlone() {
        String other = json().body(Map.of("clientId", AuthSettings.CLIENT, "clientSecret", AuthSettings.CLIENT_SECRET,
                "audience", "appointment-service")).post("/internal/token").then().statusCode(200)
                .body("expiresIn", equalTo(300)).extract().path("accessToken");
        as(other).get("/internal/revocations").then().statusCode(401);
        as(api.serviceToken()).get("/internal/revocations").then().statusCode(200);
    }

    @Test
    void serviceTokenNeedsTheServicesOwnSecret() {
        for (String secret : new String[]{ "wrong", "another-secret-for-tests" }) {
            json().body(Map.of("clientId", AuthSettings.CLIENT, "clientSecret", secret, "audience", "auth-service"))
                    .post("/internal/token").then().statusCode(401);
        }
    }

    @Test
    void keySetIsPublicAndHoldsNothingPrivate() {
        String keys = json().get("/.well-known/jwks.json").then().statusCode(200).header("Cache-Control", "max-age=60")
                .body("keys.size()", equalTo(2)).extract().asString();
        assertThat(keys).doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/auth/register        | {"email":"a@b.example","password":"seven-blue-teacups","fullName":"A","roles":["admin"]} | roles
            /api/auth/register        | {"email":7,"password":"seven-blue-teacups","fullName":"A"}   | email
            /api/auth/register        | {}                                                            | password
            /api/auth/verify-email    | {}                                                            | token
            /api/auth/verify-email    | {"token":["x"]}                                               | token
            /api/auth/login           | {"email":"a@b.example"}                                       | password
            /api/auth/login           | {"email":"a@b.example","password":"x","remember":true}        | remember
            /api/auth/login           | {"email":"a@b.example","password":"x","tokenDelivery":"post"} | tokenDelivery
            /api/auth/login           | {"email":"a@b.example","password":12}                         | password
            /api/auth/refresh         | {"refreshToken":7}                                            | refreshToken
            /api/auth/refresh         | {"refreshToken":""}                                           | refreshToken
            /api/auth/logout          | {"refreshtoken":"x"}                                          | refreshtoken
            /api/auth/logout-all      | {"all":true}                                                  | all
            /api/auth/password/forgot | {"email":"no address"}                                        | email
            /api/auth/password/reset  | {"token":"x"}                                                 | newPassword
            /internal/token           | {"clientId":"a","clientSecret":"b","audience":"A B"}          | audience
            """)
    void namesTheFieldOfABadBody(String path, String body, String field) {
        assertThat(json().body(body).post(path).then().statusCode(422).extract().jsonPath()
                .<String>getList("errors.field")).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/auth/register", "/api/auth/verify-email", "/api/auth/login", "/api/auth/refresh",
            "/api/auth/logout", "/api/auth/password/forgot", "/api/auth/password/reset", "/internal/token" })
    void refusesWhatIsNoJson(String path) {
        json().body("{\"email\":").post(path).then().statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        json().contentType("text/plain").body("x").post(path).then().statusCode(415);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATCH | /api/users/me             | {"fullName":""}                                             | fullName
            PATCH | /api/users/me             | {"fullName":7}                                              | fullName
            PATCH | /api/users/me             | {"dateOfBirth":"2020-02-30"}                                | dateOfBirth
            PATCH | /api/users/me             | {"timeZone":"UTC+25"}                                       | timeZone
            POST  | /api/auth/password/change | {"currentPassword":"x"}                                     | newPassword
            POST  | /api/auth/password/change | {"currentPassword":"x","newPassword":"short"}               | newPassword
            """)
    void namesTheFieldOfABadBodyOfSomebodySignedIn(String method, String path, String body, String field) {
        assertThat(as(api.accessToken(api.patient())).body(body).request(method, path).then().statusCode(422).extract()
                .jsonPath().<String>getList("errors.field")).contains(field);
    }

    @Test
    void openApiDocumentCanBeGathered() {
        json().get("/openapi?format=json").then().statusCode(200).body("info.title", equalTo("Smart Doctor accounts"));
    }
}
