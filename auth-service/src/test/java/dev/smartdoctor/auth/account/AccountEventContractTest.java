package dev.smartdoctor.auth.account;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static dev.smartdoctor.auth.testing.Api.as;
import static dev.smartdoctor.auth.testing.Api.json;
import static dev.smartdoctor.auth.testing.Api.login;
import static dev.smartdoctor.auth.testing.Api.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.auth.testing.WrittenEvents;
import dev.smartdoctor.platform.testing.EventForm;
import dev.smartdoctor.platform.testing.ExampleEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Every event of an account is written as its example shows it to those who read it. */
@QuarkusTest
class AccountEventContractTest extends AuthTest {
    @Inject
    Api api;
    @Inject
    WrittenEvents written;

    @ParameterizedTest
    @EnumSource
    void isWrittenAsItsExample(AccountEventType type) {
        String email = api.patient();

        happen(type, email).then().statusCode(lessThan(300));

        assertThat(EventForm.of(written.newest(type.type(), api.accountId(email))))
                .isEqualTo(EventForm.of(ExampleEvents.fields(type.type())));
    }

    private Response happen(AccountEventType type, String email) {
        return switch (type) {
            // The account was registered and verified before.
            case REGISTERED, VERIFICATION_REQUESTED, VERIFIED -> login(email, PASSWORD);
            case REGISTRATION_REPEATED -> json().body(registration(email)).post("/api/auth/register");
            case PASSWORD_RESET_REQUESTED -> json().body(Map.of("email", email)).post("/api/auth/password/forgot");
            case PASSWORD_CHANGED -> as(api.accessToken(email))
                    .body(Map.of("currentPassword", PASSWORD, "newPassword", "nine-green-saucers-4"))
                    .post("/api/auth/password/change");
            case UPDATED -> as(api.accessToken(email)).body(Map.of("locale", "es")).patch("/api/users/me");
            case STATUS_CHANGED -> as(api.adminToken()).body(Map.of("status", "disabled"))
                    .patch("/api/admin/users/" + api.accountId(email));
        };
    }
}
