package dev.smartdoctor.assistant.triage;

import java.util.List;

import dev.smartdoctor.assistant.evidence.Evidence;

/**
 * What the rules say of some evidence: the level, the rules that gave it, and what is still worth asking.
 */
public final class Assessment {

    private final TriageLevel level;
    private final List<TriageRule> rules;
    private final List<Question> questions;
    private final Evidence evidence;

    Assessment(TriageLevel level, List<TriageRule> rules, List<Question> questions, Evidence evidence) {
        this.level = level;
        this.rules = List.copyOf(rules);
        this.questions = List.copyOf(questions);
        this.evidence = evidence;
    }

    public TriageLevel level() {
        return level;
    }

    public Evidence evidence() {
        return evidence;
    }

    /** The ids of the rules that applied at this level, the most telling first. */
    public List<String> ruleIds() {
        return rules.stream().map(TriageRule::id).toList();
    }

    /** The ids of what is still worth asking, the most decisive first. */
    public List<String> questionIds() {
        return questions.stream().map(Question::id).toList();
    }

    /** Whether anything at all was recognised in what was said. */
    public boolean understood() {
        return !rules.isEmpty() || !evidence.present().isEmpty();
    }

    List<TriageRule> rules() {
        return rules;
    }

    List<Question> questions() {
        return questions;
    }
}
