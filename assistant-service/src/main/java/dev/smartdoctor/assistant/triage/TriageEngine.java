package dev.smartdoctor.assistant.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.smartdoctor.assistant.evidence.Evidence;
import dev.smartdoctor.assistant.evidence.EvidenceReader;

/**
 * From words to an assessment: reads the story and the answers, then lets the rules decide. Immutable. A story of a few
 * sentences takes a few milliseconds, the longest and worst some tens: short enough for an event loop.
 */
public final class TriageEngine {

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

    public Evidence withAnswer(Evidence evidence, Answer answer) {
        Evidence said = reader.read(answer.text());
        String finding = policy.findingAskedBy(answer.questionId());
        if (finding != null) {
            Boolean yes = YesNo.of(answer.text()).orElse(null);
            if (yes != null) {
                said = yes ? said.with(finding) : said.without(finding);
            }
        } else if ("how-bad".equals(answer.questionId())) {
            said = withSeverity(said, answer.text());
        }
        return evidence.and(said);
    }

    private static Evidence withSeverity(Evidence said, String text) {
        String digits = text.replaceAll("[^0-9]", " ").trim();
        int end = digits.indexOf(' ');
        String first = end < 0 ? digits : digits.substring(0, end);
        return first.isEmpty() || first.length() > 2
                ? said
                : said.withNumber("severity", Math.min(10, Integer.parseInt(first)));
    }

    public Assessment assess(Evidence evidence, Set<String> answeredQuestions) {
        return policy.assess(evidence, answeredQuestions);
    }

    public Assessment assess(String text, Integer age, String sex, List<Answer> answers) {
        Evidence evidence = read(text, age, sex);
        Set<String> answered = new HashSet<>();
        for (Answer answer : answers) {
            evidence = withAnswer(evidence, answer);
            answered.add(answer.questionId());
        }
        return policy.assess(evidence, answered);
    }

    String questionText(String id, String language) {
        return policy.question(id).text().get(language);
    }
}
