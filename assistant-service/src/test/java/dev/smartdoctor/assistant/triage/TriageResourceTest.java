package dev.smartdoctor.assistant.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.assistant.AppointmentStandIn;
import dev.smartdoctor.platform.testing.AwkwardStrings;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(AppointmentStandIn.class)
class TriageResourceTest {

    private static ValidatableResponse triage(Map<String, Object> body, String language) {
        return given().contentType("application/json").header("Accept-Language", language).body(body)
                .post("/api/assistant/triage").then();
    }

    @Test
    void answersAnyoneWithTheContractsFields() {
        triage(Map.of("text", "crushing chest pain, sweating, left arm hurts", "age", 58, "sex", "male"), "en")
                .statusCode(200).body("level", equalTo("emergency_now")).body("specialty", equalTo("cardiology"))
                .body("redFlags.id", hasItem("heart-attack")).body("redFlags[0].source", startsWith("https://"))
                .body("advice", containsString("local emergency number")).body("engine", equalTo("guided"))
                .body("rulesVersion", matchesPattern("\\d{4}\\.\\d+-[0-9a-f]{8}")).body("questions", hasSize(0));
    }

    @Test
    void speaksTheLanguageAskedFor() {
        triage(Map.of("text", "dolor de pecho con sudor"), "es-MX").body("advice",
                containsString("número de emergencias"));
        triage(Map.of("text", "सीने में दर्द और पसीना"), "hi").body("advice", containsString("आपातकालीन नंबर"));
        triage(Map.of("text", "ألم في الصدر مع تعرق"), "ar").body("advice", containsString("برقم الطوارئ المحلي"));
    }

    @Test
    void asksAndTakesAnswers() {
        triage(Map.of("text", "I have chest pain"), "en").statusCode(200).body("level", equalTo("within_24h"))
                .body("questions[0].text", containsString("?"));
        triage(Map.of("text", "I have chest pain", "answers",
                List.of(Map.of("questionId", "sweating", "text", "yes"))), "en")
                .body("level", equalTo("emergency_now"));
    }

    @Test
    void refusesBadInputNamingTheField() {
        triage(Map.of("text", "  "), "en").statusCode(422).body("errors.field", hasItem("text"));
        triage(Map.of("text", "x".repeat(4_001)), "en").statusCode(422).body("errors.field", hasItem("text"));
        triage(Map.of("text", "cough", "age", 126), "en").statusCode(422).body("errors.field", hasItem("age"));
        triage(Map.of("text", "cough", "age", -1), "en").statusCode(422).body("errors.field", hasItem("age"));
        triage(Map.of("text", "cough", "sex", "man"), "en").statusCode(422).body("errors.field", hasItem("sex"));
        triage(Map.of("text", "cough", "patientId", "1"), "en").statusCode(422);
        given().contentType("application/json").body("{").post("/api/assistant/triage").then().statusCode(400)
                .body("code", equalTo("MALFORMED_REQUEST"));
    }

    @Test
    void noTextHoweverAwkwardIsAFault() {
        List<String> faults = AwkwardStrings.all().filter(text -> !text.isBlank() && text.length() <= 4_000)
                .filter(text -> {
                    int status = given().contentType("application/json").body(Map.of("text", text))
                            .post("/api/assistant/triage").statusCode();
                    return status != 200 && status != 422;
                }).toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void statusSaysWhichEngineAnswersAndWhy() {
        given().get("/api/assistant/status").then().statusCode(200).body("engine", equalTo("guided"))
                .body("requested", equalTo("auto")).body("reason", containsString("No model is wired"));
    }
}
