package dev.smartdoctor.assistant.triage;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import dev.smartdoctor.assistant.evidence.Evidence;
import dev.smartdoctor.assistant.evidence.EvidenceReader;

/**
 * From words to an assessment: reads the story and the answers, then lets the rules decide. Immutable. A story of a few
 * sentences takes a few milliseconds, the longest and worst some tens: short enough for an event loop.
 */
public final class TriageEngine {

    private static final String HOW_BAD = "how-bad";

    private final EvidenceReader reader;
    private final TriagePolicy policy;

    private TriageEngine(EvidenceReader reader) {
        this.reader = reader;
        this.policy = new TriagePolicy(RuleBook.load(reader.vocabulary("en")));
    }

    public static TriageEngine load() {
        return new TriageEngine(EvidenceReader.load());
    }

    public String rulesVersion() {
        return policy.version();
    }

    /** Adds what a form knows for certain to what the text says; null means not given. */
    public Evidence read(String text, Integer age, String sex) {
        Evidence evidence = reader.read(text);
        boolean textIsFiner = age != null && age < 2 && evidence.numbers().getOrDefault("age", 9.0) < 2;
        if (age != null && !textIsFiner) {
            evidence = evidence.withNumber("age", age == 0 ? 0.5 : age);
        }
        if ("female".equals(sex)) {
            evidence = evidence.with("female").without("male");
        } else if ("male".equals(sex)) {
            evidence = evidence.with("male").without("pregnant");
        }
        return evidence;
    }

    /**
     * What story and answers come to. An answer that is none leaves its question open; at the second such answer it is
     * left, and what it asked for stays unclear.
     */
    public Assessment assess(Evidence told, List<Answer> answers) {
        Evidence evidence = told;
        Set<String> missed = new HashSet<>();
        Set<String> settled = new HashSet<>();
        Set<String> unclear = new HashSet<>();
        for (Answer answer : answers) {
            Question question = policy.question(answer.questionId());
            Evidence said = read(question, answer.text());
            evidence = evidence.and(said);
            if (isAnswered(question, said)) {
                settled.add(answer.questionId());
            } else if (!missed.add(answer.questionId())) {
                settled.add(answer.questionId());
                if (question.asks() != null) {
                    unclear.add(question.asks());
                }
            }
        }
        return policy.assess(evidence, settled, unclear);
    }

    /** Only a clear no rules out what is asked for; who doubts it may have it. */
    private Evidence read(Question question, String text) {
        if (question == null) {
            return reader.read(text);
        }
        Evidence said = reader.read(YesNo.withoutDoubt(text));
        if (question.asks() == null) {
            OptionalInt severity = HOW_BAD.equals(question.id()) ? Severity.of(text) : OptionalInt.empty();
            return severity.isPresent() ? said.withNumber("severity", severity.getAsInt()) : said;
        }
        return switch (YesNo.of(text, question.denied())) {
            case YES, DOUBT -> said.with(question.asks());
            case NO -> said.without(question.asks());
            case NEITHER -> said;
        };
    }

    private static boolean isAnswered(Question question, Evidence said) {
        if (question == null) {
            return true;
        }
        if (question.asks() != null) {
            return said.knows(question.asks());
        }
        return !HOW_BAD.equals(question.id()) || said.number("severity").isPresent() || said.has("severe")
                || said.has("mild");
    }

    public Assessment assess(String text, Integer age, String sex, List<Answer> answers) {
        return assess(read(text, age, sex), answers);
    }

    String questionText(String id, String language) {
        return policy.question(id).text().get(language);
    }
}
