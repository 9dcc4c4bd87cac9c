package dev.smartdoctor.platform.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DeadlineTest {

    @Test
    void beginsNothingThatIsTooLate() {
        int before = SlowResource.CALLS.get();
        isOver(given().header("X-Deadline-Ms", "0").get("/slow").then());
        assertThat(SlowResource.CALLS).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/slow/ask", "/slow/just-ask" })
    void passesOnWhatIsLeft(String path) {
        String left = given().header("X-Deadline-Ms", "8000").queryParam("before", 100).get(path).then()
                .statusCode(200).extract().asString();
        assertThat(Integer.parseInt(left)).isBetween(1, 7900);
    }

    @Test
    void waitsForNoAnswerBeyondIt() {
        isOver(given().header("X-Deadline-Ms", "500").queryParam("millis", 20_000).get("/slow/ask").then());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/slow/ask", "/slow/just-ask" })
    void asksNobodyWhenItIsOver(String path) {
        int before = SlowResource.CALLS.get();
        isOver(given().header("X-Deadline-Ms", "50").queryParam("before", 200).get(path).then());
        assertThat(SlowResource.CALLS).hasValue(before);
    }

    @Test
    void isNotInventedWhereThereIsNone() {
        given().get("/slow/ask").then().statusCode(200).body(equalTo("none"));
        assertThat(Deadline.leftMillis()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "soon", "1e3", "99999999999999999999" })
    void ignoresWhatIsNoNumber(String budget) {
        given().header("X-Deadline-Ms", budget).get("/slow/ask").then().statusCode(200).body(equalTo("none"));
    }

    private static void isOver(ValidatableResponse answer) {
        answer.statusCode(503).contentType("application/problem+json").header("Retry-After", notNullValue())
                .body("code", equalTo("UNAVAILABLE"));
    }
}
