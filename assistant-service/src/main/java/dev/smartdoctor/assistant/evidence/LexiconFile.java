package dev.smartdoctor.assistant.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One language's lexicon as it stands in its file. {@code plain} are words that misspell nothing, although they are one
 * letter off a word of the lexicon.
 */
record LexiconFile(String language, Negations negation, Set<String> plain, Map<String, String> lists,
        Map<String, List<String>> concepts) {

    LexiconFile {
        plain = plain == null ? Set.of() : plain;
    }

    /** How a language denies; each list is explained in {@code triage/lexicon/en.yaml}. */
    record Negations(List<String> before, List<String> strong, List<String> after, List<String> ends,
            List<String> between, List<String> carry, List<String> verbs, List<String> and, List<String> or,
            List<String> like, @JsonProperty("void") List<String> exceptions) {}
}
