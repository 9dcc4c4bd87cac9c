package dev.smartdoctor.notification.preference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.notification.MailroomTestResource;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(MailroomTestResource.class)
class PreferenceResourceTest {
    private static final String PATH = "/api/notifications/preferences";

    @Test
    void nobodyNeedsToHaveChosen() {
        as(UUID.randomUUID()).get(PATH).then().statusCode(200).body("emailReminders", equalTo(true))
                .body("quietHours", nullValue()).body("locale", nullValue());
    }

    @Test
    void keepsWhatWasChosenForThatAccountAlone() {
        UUID account = UUID.randomUUID();

        as(account).body(
                "{\"emailReminders\":false,\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:30\"},\"locale\":\"ar\"}")
                .put(PATH).then().statusCode(200).body("quietHours.to", equalTo("07:30"));

        as(account).get(PATH).then().body("emailReminders", equalTo(false)).body("quietHours.from", equalTo("22:00"))
                .body("locale", equalTo("ar"));
        as(UUID.randomUUID()).get(PATH).then().body("emailReminders", equalTo(true));
        as(account).body("{\"emailReminders\":true,\"quietHours\":null}").put(PATH).then().statusCode(200)
                .body("quietHours", nullValue()).body("locale", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "{\"emailReminders\":null}", "{\"emailReminders\":\"perhaps\"}", "{\"emailReminders\":true,\"x\":1}",
            "{\"emailReminders\":true,\"locale\":\"fr\"}", "{\"emailReminders\":true,\"locale\":\"en\\r\\nX: y\"}",
            "{\"emailReminders\":true,\"quietHours\":{\"from\":\"22:00\"}}",
            "{\"emailReminders\":true,\"quietHours\":{\"from\":\"22:00\",\"to\":\"22:00\"}}",
            "{\"emailReminders\":true,\"quietHours\":{\"from\":\"22:00:30\",\"to\":\"07:00\"}}",
            "{\"emailReminders\":true,\"quietHours\":{\"from\":\"22:00:00.5\",\"to\":\"07:00\"}}",
            "{\"emailReminders\":true,\"quietHours\":{\"from\":\"25:00\",\"to\":\"07:00\"}}",
            "{\"emailReminders\":true,\"quietHours\":{\"from\":\"late\",\"to\":\"07:00\"}}",
            "{\"emailReminders\":true,\"quietHours\":\"night\"}" })
    void refusesWhatItDoesNotUnderstand(String body) {
        as(UUID.randomUUID()).body(body).put(PATH).then().statusCode(422).body("code", equalTo("VALIDATION_ERROR"));
    }

    @Test
    void firstChangesAtOnceAllSucceed() {
        UUID account = UUID.randomUUID();

        List<Integer> statuses = IntStream.range(0, 8).parallel()
                .mapToObj(i -> as(account).body("{\"emailReminders\":" + (i % 2 == 0) + "}").put(PATH).statusCode())
                .toList();

        assertThat(statuses).containsOnly(200);
    }

    @Test
    void needsASignIn() {
        given().get(PATH).then().statusCode(401);
        given().contentType("application/json").body("{\"emailReminders\":true}").put(PATH).then().statusCode(401);
    }

    private static RequestSpecification as(UUID account) {
        return given().contentType("application/json").auth().oauth2(TestTokens.user(account, "patient"));
    }
}
