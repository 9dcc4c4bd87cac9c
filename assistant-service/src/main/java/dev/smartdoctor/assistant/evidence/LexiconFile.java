package dev.smartdoctor.assistant.evidence;

import java.util.List;
import java.util.Map;

/**
 * One language's lexicon as it stands in its file.
 */
record LexiconFile(String language, Negations negation, Map<String, String> lists, Map<String, List<String>> concepts) {

    /** Words that deny: before or after what they deny, how far they reach, and phrases in which they deny nothing. */
    record Negations(List<String> before, List<String> strong, List<String> after, List<String> end, List<String> or,
            @com.fasterxml.jackson.annotation.JsonProperty("void") List<String> exceptions) {}
}
