package dev.smartdoctor.auth.registration;

import static dev.smartdoctor.auth.testing.Api.PASSWORD;
import static dev.smartdoctor.auth.testing.Api.freshEmail;
import static dev.smartdoctor.auth.testing.Api.json;
import static dev.smartdoctor.auth.testing.Api.login;
import static dev.smartdoctor.auth.testing.Api.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.auth.testing.Api;
import dev.smartdoctor.auth.testing.AuthTest;
import dev.smartdoctor.platform.testing.MutableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class RegistrationResourceTest extends AuthTest {
    @Inject
    Api api;

    @Test
    void registersAPatientAndHasAMailSent() {
        String email = freshEmail();
        api.register(email);

        assertThat(api.text("SELECT roles::text FROM account WHERE email_key = ?", email)).isEqualTo("{patient}");
        assertThat(events(email, "account.registered")).isEqualTo(1);
        assertThat(events(email, "account.verification_requested")).isEqualTo(1);
    }

    @Test
    void eventsHoldNeitherNameNorAddress() {
        String email = freshEmail();
        api.register(email);

        String payloads = api.text("SELECT string_agg(payload, ' ') FROM outbox WHERE aggregate_id = ?",
                api.accountId(email));
        assertThat(payloads).doesNotContain(email).doesNotContain("José");
    }

    @Test
    void answerIsTheSameForAKnownAddressAndTheOwnerIsTold() {
        String email = api.patient();

        String known = json().body(registration(email.toUpperCase(Locale.ROOT))).post("/api/auth/register").then()
                .statusCode(202).extract().asString();
        String unknown = json().body(registration(freshEmail())).post("/api/auth/register").then().statusCode(202)
                .extract()
                .asString();

        assertThat(known).isEqualTo(unknown);
        assertThat(events(email, "account.registration_repeated")).isEqualTo(1);
        assertThat(events(email, "account.verification_requested")).isEqualTo(1);
    }

    @Test
    void linkBelongsToTheRegistrationThatCausedIt() {
        String email = freshEmail();
        Map<String, Object> strangers = registration(email);
        strangers.put("password", "the-strangers-own-words");
        strangers.put("fullName", "Stranger");
        json().body(strangers).post("/api/auth/register").then().statusCode(202);
        String strangersToken = api.verificationToken(email);
        api.register(email);

        verify(api.verificationToken(email)).statusCode(204);

        login(email, PASSWORD).then().statusCode(200).body("user.fullName", equalTo("José O’Brien"));
        login(email, "the-strangers-own-words").then().statusCode(401);
        verify(strangersToken).statusCode(422);
    }

    @Test
    void linkWorksOnce() {
        String email = freshEmail();
        api.register(email);
        String token = api.verificationToken(email);

        verify(token).statusCode(204);
        verify(token).statusCode(422).body("errors.field", hasItem("token"));
        assertThat(events(email, "account.verified")).isEqualTo(1);
    }

    @Test
    void linkWorksForADay() {
        String email = freshEmail();
        api.register(email);
        String token = api.verificationToken(email);

        MutableClock.advance(Duration.ofHours(24).plusSeconds(1));
        verify(token).statusCode(422);
    }

    @Test
    void mailboxIsNotFilledBySomebodyElse() {
        String email = freshEmail();
        for (int i = 0; i < 14; i++) {
            api.register(email);
        }
        assertThat(events(email, "account.verification_requested")).isEqualTo(10);
    }

    @Test
    void ownerIsNotToldAnyMoreOftenThanThat() {
        String email = api.patient();
        for (int i = 0; i < 14; i++) {
            api.register(email);
        }
        assertThat(events(email, "account.registration_repeated")).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            password    | short
            password    | passwordpassword
            email       | not-an-address
            fullName    | ''
            phone       | 12
            dateOfBirth | 1850-01-01
            dateOfBirth | 2999-01-01
            dateOfBirth | 2000-1-5
            locale      | xx
            timeZone    | Mars/Olympus
            """)
    void namesTheFieldThatCannotBe(String field, String value) {
        Map<String, Object> body = registration(freshEmail());
        body.put(field, value);

        json().body(body).post("/api/auth/register").then().statusCode(422).body("code", equalTo("VALIDATION_ERROR"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void takesEverythingThatThePersonTells() {
        String email = freshEmail();
        Map<String, Object> body = registration(email);
        body.putAll(Map.of("phone", "+4915112345678", "dateOfBirth", "1980-02-29", "locale", "ar", "timeZone",
                "Europe/Berlin"));
        json().body(body).post("/api/auth/register").then().statusCode(202);

        assertThat(api.text(
                "SELECT concat_ws(' ', phone, date_of_birth, locale, time_zone) FROM account WHERE email_key = ?",
                email)).isEqualTo("+4915112345678 1980-02-29 ar Europe/Berlin");
    }

    private static ValidatableResponse verify(String token) {
        return json().body(Map.of("token", token)).post("/api/auth/verify-email").then();
    }

    private long events(String email, String type) {
        return api.count("SELECT count(*) FROM outbox WHERE type = ? AND aggregate_id = ?", type, api.accountId(email));
    }
}
