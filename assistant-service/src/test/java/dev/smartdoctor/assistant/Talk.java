package dev.smartdoctor.assistant;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.smartdoctor.platform.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** A patient in one conversation, over the interface. */
public final class Talk {
    private final UUID patient;
    private final String token;
    private final String conversation;

    public Talk() {
        this(UUID.randomUUID(), "patient");
    }

    public Talk(UUID person, String role) {
        patient = person;
        token = TestTokens.user(person, role);
        conversation = call().post("/api/assistant/conversations").then().statusCode(201).extract().path("id");
    }

    public UUID patient() {
        return patient;
    }

    public String path() {
        return "/api/assistant/conversations/" + conversation;
    }

    public RequestSpecification call() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    public ValidatableResponse say(String text) {
        return answer(text).then().statusCode(200);
    }

    public Response answer(String text) {
        return call().accept("application/json").body(Map.of("text", text)).post(path() + "/messages");
    }

    public ValidatableResponse messages() {
        return call().get(path() + "/messages?pageSize=100").then().statusCode(200);
    }

    /** Says these one after the other, and answers the id of the proposal that the last brought. */
    public String proposal(String... texts) {
        ValidatableResponse last = null;
        for (String text : texts) {
            last = say(text);
        }
        return last.extract().path("proposals[0].id");
    }

    public Response confirm(String proposal) {
        return call().post("/api/assistant/proposals/" + proposal + "/confirm");
    }

    public Response decline(String proposal) {
        return call().post("/api/assistant/proposals/" + proposal + "/decline");
    }

    /** What appointment-service was asked to do, of the calls that end so. */
    public static List<String> done(String ending) {
        return given().get(AppointmentStandIn.address() + "/stand-in/calls").jsonPath().<String>getList("$").stream()
                .filter(call -> call.endsWith(ending)).toList();
    }
}
