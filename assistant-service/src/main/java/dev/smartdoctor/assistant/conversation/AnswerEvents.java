package dev.smartdoctor.assistant.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/**
 * An answer as a stream of events, in this order: {@code token}…, {@code triage}, {@code proposal}…, {@code message},
 * {@code done}.
 */
final class AnswerEvents {

    private final Sse sse;

    AnswerEvents(Sse sse) {
        this.sse = sse;
    }

    List<OutboundSseEvent> of(AnswerView answer) {
        List<OutboundSseEvent> events = new ArrayList<>();
        pieces(answer.message().text()).forEach(piece -> events.add(event("token", Map.of("text", piece))));
        if (answer.triage() != null) {
            events.add(event("triage", answer.triage()));
        }
        answer.proposals().forEach(proposal -> events.add(event("proposal", proposal)));
        events.add(event("message", answer.message()));
        events.add(done());
        return events;
    }

    OutboundSseEvent error(String code) {
        return event("error", Map.of("code", code));
    }

    OutboundSseEvent done() {
        return event("done", Map.of());
    }

    private OutboundSseEvent event(String name, Object data) {
        return sse.newEventBuilder().name(name).mediaType(MediaType.APPLICATION_JSON_TYPE).data(data).build();
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
