package dev.smartdoctor.auth.admin;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.freshEmail;
import static dev.smartdoctor.auth.testing.Api.json;
import static dev.smartdoctor.auth.testing.Api.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthSettings;
import dev.smartdoctor.auth.testing.AuthTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class UserResourceTest extends AuthTest {
    @Inject
    Api api;
    @Inject
    FirstAdministrator bootstrap;

    @Test
    void makesStaffWhoCanSignInAtOnce() {
        String email = freshEmail();

        create(body(email, "doctor", "receptionist")).statusCode(201).body("email", equalTo(email))
                .body("roles", equalTo(List.of("doctor", "receptionist"))).body("status", equalTo("active"))
                .body("locale", equalTo("en")).body("timeZone", equalTo("UTC"));
        login(email, PASSWORD).then().statusCode(200).body("user.roles", equalTo(List.of("doctor", "receptionist")));
    }

    @Test
    void withoutPasswordTheyAreInvitedToChooseOne() {
        String email = freshEmail();
        Map<String, Object> body = body(email, "doctor");
        body.remove("password");
        create(body).statusCode(201);

        login(email, PASSWORD).then().statusCode(401);
        json().body(Map.of("token", api.resetToken(email), "newPassword", PASSWORD)).post("/api/auth/password/reset")
                .then()
                .statusCode(204);
        login(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void addressIsTakenHoweverItIsWritten() {
        String email = api.patient();
        create(body(email.toUpperCase(Locale.ROOT), "doctor")).statusCode(409).body("code", equalTo("EMAIL_TAKEN"));
    }

    @Test
    void refusesRolesThatDoNotExist() {
        create(body(freshEmail(), "service")).statusCode(422).body("errors.field", hasItem(containsString("roles")));
        create(body(freshEmail())).statusCode(422).body("errors.field", hasItem("roles"));
    }

    @Test
    void refusesAPasswordThatOthersWouldGuess() {
        Map<String, Object> body = body(freshEmail(), "doctor");
        for (String password : List.of("short", "passwordpassword", "minaroyminaroy")) {
            body.put("password", password);
            create(body).statusCode(422).body("errors.field", hasItem("password"));
        }
    }

    @Test
    void findsByPartOfNameOrAddress() {
        String email = api.patient();
        String admin = api.adminToken();

        as(admin).queryParam("query", email.substring(3, 20).toUpperCase(Locale.ROOT)).get("/api/admin/users").then()
                .statusCode(200).body("total", equalTo(1)).body("items[0].email", equalTo(email));
        as(admin).get("/api/admin/users?query=").then().statusCode(200);
        as(admin).get("/api/admin/audit?accountId=").then().statusCode(422).body("errors[0].field",
                equalTo("accountId"));
        as(admin).queryParam("query", "josé").queryParam("pageSize", 100).get("/api/admin/users").then()
                .body("items.email", hasItem(equalTo(email)))
                .statusCode(200);
        as(admin).queryParam("query", "%_!").get("/api/admin/users").then().statusCode(200).body("total", equalTo(0));
        as(admin).queryParam("pageSize", 101).get("/api/admin/users").then().statusCode(422);
    }

    @Test
    void changedRolesEndTheSessionsThatSayOtherwise() {
        String email = api.staff("doctor");
        JsonPath session = api.signIn(email);

        change(api.accountId(email), Map.of("roles", List.of("receptionist"))).statusCode(200)
                .body("roles", equalTo(List.of("receptionist")));

        as(session.getString("accessToken")).get("/api/users/me").then().statusCode(401);
        json().body(Map.of("refreshToken", session.getString("refreshToken"))).post("/api/auth/refresh").then()
                .statusCode(401);
        login(email, PASSWORD).then().body("user.roles", equalTo(List.of("receptionist")));
        assertThat(api.text("SELECT detail FROM audit_event WHERE subject_id = ? AND action = 'roles_changed'",
                api.accountId(email))).isEqualTo("doctor -> receptionist");
    }

    @Test
    void disabledAccountIsShutAndLooksLikeAWrongPassword() {
        String email = api.staff("doctor");
        JsonPath session = api.signIn(email);

        change(api.accountId(email), Map.of("status", "disabled")).statusCode(200).body("status", equalTo("disabled"));

        login(email, PASSWORD).then().statusCode(401).body("code", equalTo("INVALID_CREDENTIALS"));
        as(session.getString("accessToken")).get("/api/users/me").then().statusCode(401);
        change(api.accountId(email), Map.of("status", "active")).statusCode(200);
        login(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void lastAdministratorStays() {
        UUID first = api.accountId(AuthSettings.ADMIN);

        change(first, Map.of("roles", List.of("patient"))).statusCode(409).body("code", equalTo("LAST_ADMIN"));
        change(first, Map.of("status", "disabled")).statusCode(409);

        String second = api.staff("admin");
        change(api.accountId(second), Map.of("roles", List.of("patient"))).statusCode(200);
        change(first, Map.of("status", "disabled")).statusCode(409);
    }

    @Test
    void nullIsNeitherRoleNorStatus() {
        UUID account = api.accountId(api.staff("doctor"));
        for (String field : List.of("roles", "status")) {
            Map<String, Object> body = new HashMap<>();
            body.put(field, null);
            change(account, body).statusCode(422).body("errors.field", equalTo(List.of(field)));
        }
        change(account, Map.of()).statusCode(200).body("roles", equalTo(List.of("doctor")));
    }

    @Test
    void changeOfNobodyIsNotFound() {
        change(UUID.randomUUID(), Map.of("status", "disabled")).statusCode(404);
    }

    @Test
    void onceThereIsAnAdministratorTheSettingsMakeNoOther() {
        assertThat(bootstrap.make(freshEmail(), PASSWORD).await().indefinitely()).isFalse();
    }

    @Test
    void auditCanBeReadByAdministratorsAndChangedByNobody() {
        String email = api.patient();
        as(api.adminToken()).queryParam("accountId", api.accountId(email).toString()).get("/api/admin/audit").then()
                .statusCode(200).body("items.action", hasItem("email_verified"));
        assertThatThrownBy(() -> api.execute("DELETE FROM audit_event")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> api.execute("UPDATE audit_event SET action = 'x'")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> api.execute("TRUNCATE audit_event")).isInstanceOf(SQLException.class);
    }

    private static Map<String, Object> body(String email, String... roles) {
        return new HashMap<>(
                Map.of("email", email, "fullName", "Mina Roy", "roles", List.of(roles), "password", PASSWORD));
    }

    private ValidatableResponse create(Map<String, Object> body) {
        return as(api.adminToken()).body(body).post("/api/admin/users").then();
    }

    private ValidatableResponse change(UUID id, Map<String, Object> body) {
        return as(api.adminToken()).body(body).patch("/api/admin/users/" + id).then();
    }
}
