package dev.smartdoctor.assistant.triage;

import java.util.List;
import java.util.Map;

import dev.smartdoctor.assistant.evidence.Evidence;

/**
 * A question to the patient. {@code asks} is the finding that "yes" adds; null for a question whose answer is read as text.
 * {@code not} names a finding that makes the question pointless, {@code with} those for which it is asked first;
 * {@code denied} are the beginnings of the words that the question itself denies: a "not" about them affirms it.
 */
record Question(String id, List<String> with, String asks, String not, List<String> denied, Map<String, String> text) {

    Question {
        with = with == null ? List.of() : List.copyOf(with);
        denied = denied == null ? List.of() : List.copyOf(denied);
    }

    /** Whether this is one of the first questions for the trouble that was told. */
    boolean belongsTo(Evidence evidence) {
        return with.stream().anyMatch(evidence::has);
    }

    boolean isOpen(Evidence evidence) {
        return !evidence.knows(asks) && (not == null || !evidence.has(not));
    }
}
