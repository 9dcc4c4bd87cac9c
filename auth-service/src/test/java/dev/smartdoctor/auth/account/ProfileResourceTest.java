package dev.smartdoctor.auth.account;

import static dev.smartdoctor.auth.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.platform.testing.AwkwardStrings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class ProfileResourceTest extends AuthTest {
    @Inject
    Api api;

    @Test
    void readsTheOwnProfile() {
        String email = api.patient();
        as(api.accessToken(email)).get("/api/users/me").then().statusCode(200).body("email", equalTo(email))
                .body("roles", equalTo(List.of("patient"))).body("emailVerified", equalTo(true));
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        String email = api.patient();
        String token = api.accessToken(email);

        as(token).body(Map.of("phone", "+34612345678", "locale", "es")).patch("/api/users/me").then().statusCode(200)
                .body("phone", equalTo("+34612345678")).body("locale", equalTo("es"))
                .body("fullName", equalTo("José O’Brien"));
        as(token).body("{\"phone\":null}").patch("/api/users/me").then().statusCode(200).body("phone", nullValue())
                .body("locale", equalTo("es"));
        as(token).get("/api/users/me").then().body("phone", nullValue()).body("locale", equalTo("es"));
        assertThat(api.count("SELECT count(*) FROM outbox WHERE type = 'account.updated' AND aggregate_id = ?",
                api.accountId(email))).isEqualTo(2);
    }

    @Test
    void nullIsNoNameNoLanguageAndNoZone() {
        String email = api.patient();
        String token = api.accessToken(email);
        for (String field : List.of("fullName", "locale", "timeZone")) {
            as(token).body("{\"phone\":\"+34612345678\",\"" + field + "\":null}").patch("/api/users/me").then()
                    .statusCode(422).body("errors.field", equalTo(List.of(field)));
        }
        as(token).get("/api/users/me").then().body("phone", nullValue()).body("fullName", equalTo("José O’Brien"));
    }

    @Test
    void missingBodyIsCalledBody() {
        for (String body : List.of("", "null")) {
            as(api.accessToken(api.patient())).body(body).patch("/api/users/me").then().statusCode(422)
                    .body("errors.field", equalTo(List.of("body")));
        }
    }

    @Test
    void changeOfNothingIsNoEvent() {
        String email = api.patient();
        as(api.accessToken(email)).body("{}").patch("/api/users/me").then().statusCode(200);
        assertThat(api.count("SELECT count(*) FROM outbox WHERE type = 'account.updated' AND aggregate_id = ?",
                api.accountId(email))).isZero();
    }

    @Test
    void nobodyGivesThemselvesRoles() {
        String token = api.accessToken(api.patient());
        for (String field : List.of("roles", "status", "email", "id", "emailVerified")) {
            as(token).body("{\"" + field + "\":[\"admin\"]}").patch("/api/users/me").then().statusCode(422)
                    .body("errors.field", hasItem(field));
        }
    }

    @Test
    void awkwardNamesAreStoredAsSentOrRefusedByField() {
        String token = api.accessToken(api.patient());
        AwkwardStrings.all().forEach(text -> {
            Response answer = as(token).body(new JsonObject().put("fullName", text).encode()).patch("/api/users/me");
            if (answer.statusCode() == 200) {
                assertThat((String) as(token).get("/api/users/me").path("fullName")).isEqualTo(text);
            } else {
                assertThat(answer.statusCode()).as(text).isEqualTo(422);
                assertThat(answer.jsonPath().getList("errors.field")).contains("fullName");
            }
        });
    }

    @Test
    void awkwardStringsAreNoPasswordAndNoAddressThatBreaksSignIn() {
        AwkwardStrings.all().forEach(text -> {
            String body = new JsonObject().put("email", text).put("password", text).encode();
            assertThat(Api.json().body(body).post("/api/auth/login").statusCode()).as(text).isIn(401, 422);
        });
    }

    @Test
    void otherServicesReadAccountsByTheirId() {
        String email = api.patient();
        String service = api.serviceToken();

        as(service).get("/internal/accounts/" + api.accountId(email)).then().statusCode(200)
                .body("email", equalTo(email))
                .body("status", equalTo("active")).body("emailVerified", equalTo(true))
                .body("timeZone", equalTo("UTC"));
        as(service).get("/internal/accounts/7b2f7b0e-0000-4000-8000-000000000000").then().statusCode(404);
        as(service).get("/internal/accounts/1-1-1-1-1").then().statusCode(404);
        as(service).get("/api/users/me").then().statusCode(401);
    }
}
