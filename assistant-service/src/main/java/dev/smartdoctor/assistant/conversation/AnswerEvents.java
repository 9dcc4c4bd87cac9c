package dev.smartdoctor.assistant.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An answer as server-sent events, in this order: {@code token}…, {@code triage}, {@code proposal}…, {@code message},
 * {@code done}.
 */
@ApplicationScoped
class AnswerEvents {

    private final ObjectMapper json;

    AnswerEvents(ObjectMapper json) {
        this.json = json;
    }

    List<String> of(AnswerView answer) {
        List<String> events = new ArrayList<>();
        pieces(answer.message().text()).forEach(piece -> events.add(event("token", Map.of("text", piece))));
        if (answer.triage() != null) {
            events.add(event("triage", answer.triage()));
        }
        answer.proposals().forEach(proposal -> events.add(event("proposal", proposal)));
        events.add(event("message", answer.message()));
        events.add(event("done", Map.of()));
        return events;
    }

    String error(String code) {
        return event("error", Map.of("code", code));
    }

    /** JSON has no raw line breaks, so one data line is enough. */
    private String event(String name, Object data) {
        try {
            return "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event cannot be written: " + name, impossible);
        }
    }

    /** Line by line, so that a page can show what has come; the pieces together are the text. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            pieces.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }
}
