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
import dev.smartdoctor.system.suite.Talk;

/** Symptoms in, a booked visit out, by conversation and without any model. */
class ChatJourneyIT {
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
        JsonNode proposal = Talk.untilProposal(patient.api());
        assertThat(proposal.get("kind").asText()).isEqualTo("book");

        Answer visit = patient.api().post("/api/assistant/proposals/" + proposal.get("id").asText() + "/confirm",
                Map.of());
        assertThat(visit.status()).isIn(200, 201);
        assertThat(visit.at("status")).isEqualTo("booked");
        patient.api().get("/api/appointments/" + visit.at("id")).expect(200);
    }
}
