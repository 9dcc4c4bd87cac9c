package dev.smartdoctor.assistant.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.assistant.AppointmentStandIn;
import dev.smartdoctor.platform.testing.AwkwardStrings;
import dev.smartdoctor.platform.testing.MutableClock;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import dev.smartdoctor.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(AppointmentStandIn.class)
class ConversationResourceTest {

    private final UUID patient = UUID.randomUUID();
    private final String token = TestTokens.user(patient, "patient");

    @Inject
    Pool database;

    @AfterEach
    void resetClock() {
        MutableClock.reset();
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private String begin() {
        return as(token).post("/api/assistant/conversations").then().statusCode(201).body("id", notNullValue())
                .header("Location", notNullValue()).extract().path("id");
    }

    private ValidatableResponse say(String conversation, String text) {
        return as(token).accept("application/json").body(Map.of("text", text))
                .post("/api/assistant/conversations/" + conversation + "/messages").then();
    }

    private JsonPath proposedVisit(String conversation, String story) {
        say(conversation, story).statusCode(200);
        return say(conversation, "1").statusCode(200).body("proposals", hasSize(1)).extract().jsonPath();
    }

    @Test
    void leadsFromTheStoryToABookedVisit() {
        String conversation = begin();
        say(conversation, "I would like to see a dermatologist").statusCode(200)
                .body("message.text", containsString("Dr. Ada Stone")).body("message.engine", equalTo("guided"))
                .body("triage", nullValue());
        String proposal = say(conversation, "1").statusCode(200).body("proposals[0].kind", equalTo("book"))
                .body("proposals[0].expiresAt", notNullValue()).extract().path("proposals[0].id");
        String first = as(token).post("/api/assistant/proposals/" + proposal + "/confirm").then().statusCode(200)
                .body("status", equalTo("booked")).extract().path("id");
        as(token).post("/api/assistant/proposals/" + proposal + "/confirm").then().statusCode(200).body("id",
                equalTo(first));
    }

    @Test
    void booksUnderTheCallersOwnTokenWithASignedLevel() {
        String conversation = begin();
        ValidatableResponse answer = say(conversation, "an itchy red rash on my arm for 3 weeks, eczema");
        for (int i = 0; i < 4 && answer.extract().path("triage") == null; i++) {
            answer = say(conversation, "no");
        }
        answer.statusCode(200).body("triage.level", equalTo("routine")).body("triage.specialty",
                equalTo("dermatology"));
        String proposal = say(conversation, "1").extract().path("proposals[0].id");
        as(token).post("/api/assistant/proposals/" + proposal + "/confirm").then().statusCode(200);
        JsonPath last = given().get(AppointmentStandIn.address() + "/stand-in/last").jsonPath();
        assertThat(last.getString("authorization")).isEqualTo("Bearer " + token);
        assertThat(last.getString("key")).isEqualTo(proposal);
        assertThat(last.getString("body.reason")).contains("itchy red rash");
        String claims = new String(Base64.getUrlDecoder().decode(last.getString("body.triageProof").split("\\.")[0]));
        assertThat(claims).contains("\"level\":\"routine\"").contains(patient.toString());
    }

    @Test
    void asksWhatIsDecisiveAndBelievesTheAnswer() {
        String conversation = begin();
        say(conversation, "I have chest pain").statusCode(200).body("message.text", containsString("?"))
                .body("triage", nullValue());
        say(conversation, "yes").statusCode(200).body("triage.level", equalTo("emergency_now"))
                .body("message.text", containsString("local emergency number")).body("proposals", hasSize(0));
        say(conversation, "book a visit anyway").statusCode(200)
                .body("message.text", containsString("local emergency number"))
                .body("proposals", hasSize(0));
    }

    @Test
    void offersNoBookingInAnEmergency() {
        String conversation = begin();
        say(conversation, "crushing chest pain and I am sweating").statusCode(200)
                .body("triage.level", equalTo("emergency_now"))
                .body("message.text", containsString("local emergency number"));
        say(conversation, "1").body("proposals", hasSize(0));
    }

    @Test
    void passesOnThatATimeWasTaken() {
        String conversation = begin();
        say(conversation, "I need a gynecologist");
        String proposal = say(conversation, "2").extract().path("proposals[0].id");
        as(token).post("/api/assistant/proposals/" + proposal + "/confirm").then().statusCode(409)
                .body("code", equalTo("SLOT_TAKEN")).body("alternatives", hasSize(1));
    }

    @Test
    void anExpiredOfferIsNotCarriedOut() {
        String proposal = proposedVisit(begin(), "I want to see a cardiologist").getString("proposals[0].id");
        MutableClock.advance(Duration.ofMinutes(11));
        String later = TestTokens.builder().subject(patient.toString())
                .issuedAt(Instant.now().plus(Duration.ofMinutes(11)))
                .build();
        as(later).post("/api/assistant/proposals/" + proposal + "/confirm").then().statusCode(409)
                .body("code", equalTo("PROPOSAL_EXPIRED"));
    }

    @Test
    void aDeclinedOfferStaysDeclined() {
        String proposal = proposedVisit(begin(), "I want to see a cardiologist").getString("proposals[0].id");
        as(token).post("/api/assistant/proposals/" + proposal + "/decline").then().statusCode(204);
        as(token).post("/api/assistant/proposals/" + proposal + "/confirm").then().statusCode(409)
                .body("code", equalTo("PROPOSAL_DECLINED"));
    }

    @Test
    void showsCancelsAndMovesVisits() {
        String conversation = begin();
        say(conversation, "show my appointments").body("message.text", containsString("Dr. Ada Stone"));
        String cancel = say(conversation, "please cancel my visit").body("proposals[0].kind", equalTo("cancel"))
                .body("proposals[0].appointmentId", equalTo(AppointmentStandIn.VISIT)).extract()
                .path("proposals[0].id");
        as(token).post("/api/assistant/proposals/" + cancel + "/confirm").then().statusCode(200)
                .body("status", equalTo("cancelled"));
        say(conversation, "reschedule my appointment").body("message.text", containsString("1."));
        say(conversation, "2").body("proposals[0].kind", equalTo("reschedule")).body("proposals[0].start",
                notNullValue());
    }

    @Test
    void saysWhenThereIsNoFreeTime() {
        say(begin(), "I want to see a psychiatrist").statusCode(200).body("message.text",
                containsString("no free time"));
    }

    @Test
    void streamsItsEventsInOrder() {
        String conversation = begin();
        say(conversation, "I want to see a cardiologist");
        String body = as(token).accept("text/event-stream").body(Map.of("text", "1"))
                .post("/api/assistant/conversations/" + conversation + "/messages").then().statusCode(200)
                .header("Content-Encoding", nullValue()).extract().asString();
        List<String> names = body.lines().filter(line -> line.startsWith("event:"))
                .map(line -> line.substring(6).strip())
                .distinct().toList();
        assertThat(names).containsExactly("token", "proposal", "message", "done");
        String emergency = as(token).accept("text/event-stream").body(Map.of("text", "I can't breathe"))
                .post("/api/assistant/conversations/" + begin() + "/messages").asString();
        assertThat(emergency.lines().filter(line -> line.startsWith("event:")).map(line -> line.substring(6).strip())
                .distinct())
                .containsExactly("token", "triage", "message", "done");
    }

    @Test
    void anotherPersonsConversationDoesNotExist() {
        String conversation = begin();
        String proposal = proposedVisit(conversation, "I want to see a cardiologist").getString("proposals[0].id");
        String other = TestTokens.user(UUID.randomUUID(), "patient");
        String path = "/api/assistant/conversations/" + conversation;
        as(other).accept("application/json").body(Map.of("text", "hello")).post(path + "/messages").then()
                .statusCode(404);
        as(other).accept("text/event-stream").body(Map.of("text", "hello")).post(path + "/messages").then()
                .statusCode(404);
        as(other).get(path + "/messages").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        as(other).get(path).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        as(other).delete(path).then().statusCode(404);
        as(other).post("/api/assistant/proposals/" + proposal + "/confirm").then().statusCode(404);
        as(other).post("/api/assistant/proposals/" + proposal + "/decline").then().statusCode(404);
        as(other).get("/api/assistant/conversations").then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void wantsATokenOfAPerson() {
        String path = "/api/assistant/conversations/" + UUID.randomUUID();
        String service = TestTokens.service("assistant-service");
        given().contentType("application/json").post("/api/assistant/conversations").then().statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
        given().get("/api/assistant/conversations").then().statusCode(401);
        given().get(path).then().statusCode(401);
        given().get(path + "/messages").then().statusCode(401);
        given().delete(path).then().statusCode(401);
        given().contentType("application/json").body(Map.of("text", "x")).post(path + "/messages").then()
                .statusCode(401);
        given().post("/api/assistant/proposals/" + UUID.randomUUID() + "/confirm").then().statusCode(401);
        given().post("/api/assistant/proposals/" + UUID.randomUUID() + "/decline").then().statusCode(401);
        given().multiPart("file", "x").post("/api/assistant/images").then().statusCode(401);
        as(service).get(path).then().statusCode(403);
        as(service).post("/api/assistant/conversations").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void whereANewOneIsThereItIs() {
        String address = as(token).post("/api/assistant/conversations").then().statusCode(201).extract()
                .header("Location");
        JsonPath listed = as(token).get("/api/assistant/conversations").then().statusCode(200).extract().jsonPath();
        as(token).get(address).then().statusCode(200).body("", equalTo(listed.getMap("items[0]")));
        assertThat(address).endsWith(listed.getString("items[0].id"));
    }

    @Test
    void keepsWhatWasSaidSealedAndForgetsItOnRequest() {
        String conversation = begin();
        say(conversation, "a very particular wording about my knee pain").statusCode(200);
        as(token).get("/api/assistant/conversations/" + conversation + "/messages").then().statusCode(200)
                .body("items[0].author", equalTo("patient")).body("items[0].text", containsString("very particular"))
                .body("items[1].author", equalTo("assistant")).body("total", equalTo(2));
        String stored = database.query("select string_agg(encode(body, 'escape'), '') from message").executeAndAwait()
                .iterator().next().getString(0);
        assertThat(stored).doesNotContain("very particular");
        as(token).delete("/api/assistant/conversations/" + conversation).then().statusCode(204);
        as(token).get("/api/assistant/conversations/" + conversation + "/messages").then().statusCode(404);
    }

    @Test
    void refusesBadMessages() {
        String conversation = begin();
        say(conversation, " ").statusCode(422).body("errors.field", hasItem("text"));
        say(conversation, "x".repeat(4_001)).statusCode(422);
        as(token).accept("application/json").body(Map.of("text", "look", "imageId", UUID.randomUUID()))
                .post("/api/assistant/conversations/" + conversation + "/messages").then().statusCode(503)
                .body("code", equalTo("NOT_CONFIGURED"));
        // As large as a photo: what is not configured must not be blamed on its size.
        as(token).contentType("multipart/form-data").multiPart("file", "x".repeat(2_000_000))
                .post("/api/assistant/images").then()
                .statusCode(503).body("code", equalTo("NOT_CONFIGURED"));
    }

    @Test
    void whatIsStoredIsWhatWasSent() {
        String conversation = begin();
        List<String> faults = AwkwardStrings.all().filter(text -> !text.isBlank() && text.length() <= 4_000).limit(150)
                .filter(text -> {
                    int status = say(conversation, text).extract().statusCode();
                    return status != 200 && status != 422;
                }).toList();
        assertThat(faults).isEmpty();
    }
}
