package dev.smartdoctor.assistant.triage;

import java.util.Map;

import dev.smartdoctor.assistant.evidence.Evidence;

/**
 * One rule: evidence on one side, level and specialty on the other, with plain wording in every language and the guideline it
 * rests on.
 */
record TriageRule(String id, TriageLevel level, String specialty, Source source, Map<String, String> label,
        Condition when) {

    boolean applies(Evidence evidence) {
        return when.holds(evidence);
    }
}
