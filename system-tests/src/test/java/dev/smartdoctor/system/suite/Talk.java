package dev.smartdoctor.system.suite;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Conversations with the assistant. */
public final class Talk {
    private static final int MOST_TURNS = 10;

    private Talk() {
    }

    /** Tells of an itchy rash, answers questions with "no", and takes the first time that is offered. */
    public static JsonNode untilProposal(Api api) {
        String conversation = api.post("/api/assistant/conversations", Map.of()).expect(201).at("id");
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
