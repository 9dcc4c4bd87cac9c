package dev.smartdoctor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.system.suite.Answer;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.People.Patient;
import dev.smartdoctor.system.suite.Suite;

/** Symptoms in, a booked visit out, by conversation and without any model. */
class ChatJourneyIT {
    private static final int MOST_TURNS = 10;

    private final LocalStack suite = Suite.shared();

    @Test
    void anEmergencyIsToldSoAndNoBookingIsOffered() {
        Answer triage = Api.at(suite.address()).post("/api/assistant/triage",
                Map.of("text", "I have crushing chest pain spreading to my left arm and I am sweating", "age", 58))
                .expect(200);
        assertThat(triage.at("level")).isEqualTo("emergency_now");
        assertThat(triage.json().get("redFlags")).isNotEmpty();
        assertThat(triage.json().get("redFlags").get(0).get("source").asText()).startsWith("https://");
    }

    @Test
    void aConversationEndsInAVisitThatThePatientConfirmed() {
        Patient patient = People.newPatient(suite);
        String conversation = patient.api().post("/api/assistant/conversations", Map.of()).expect(201).at("id");
        JsonNode proposal = talkUntilProposal(patient.api(), conversation);
        assertThat(proposal.get("kind").asText()).isEqualTo("book");

        Answer visit = patient.api().post("/api/assistant/proposals/" + proposal.get("id").asText() + "/confirm",
                Map.of());
        assertThat(visit.status()).isIn(200, 201);
        assertThat(visit.at("status")).isEqualTo("booked");
        patient.api().get("/api/appointments/" + visit.at("id")).expect(200);
    }

    /** Tells of an itchy rash, answers questions with "no", and takes the first time that is offered. */
    private static JsonNode talkUntilProposal(Api api, String conversation) {
        String text = "I have had an itchy rash on my forearm for two weeks and would like to see a doctor";
        StringBuilder said = new StringBuilder();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Answer answer = api.with("Accept", "application/json")
                    .post("/api/assistant/conversations/" + conversation + "/messages", Map.of("text", text))
                    .expect(200);
            JsonNode proposals = answer.json().get("proposals");
            if (proposals != null && !proposals.isEmpty()) {
                return proposals.get(0);
            }
            String reply = answer.at("message.text");
            said.append("\n> ").append(text).append("\n< ").append(reply);
            text = reply.contains("1.") || reply.contains("1)") ? "1" : "no";
        }
        throw new AssertionError("No proposal after " + MOST_TURNS + " turns:" + said);
    }
}
