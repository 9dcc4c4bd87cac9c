package dev.smartdoctor.assistant.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.smartdoctor.assistant.evidence.Evidence;

/**
 * Applies the rules. The most urgent rule wins; self-care is said only if no other rule speaks; where no rule speaks it is a
 * routine visit, with questions. A question is asked only if its "yes" alone would make the answer more urgent.
 */
final class TriagePolicy {

    static final int MOST_QUESTIONS = 3;

    /** Findings that say how something is, not what it is. */
    private static final Set<String> MODIFIERS = Set.of("sudden", "gradual", "severe", "mild", "worsening", "recurrent", "chronic",
            "improving", "constant", "male", "female", "for_child", "for_baby", "infant_words");

    private final RuleBook book;
    private final Map<String, Question> byFinding;
    private final Map<String, Question> byId;

    TriagePolicy(RuleBook book) {
        this.book = book;
        this.byFinding = book.questions().stream().filter(question -> question.asks() != null)
                .collect(Collectors.toMap(Question::asks, Function.identity()));
        this.byId = book.questions().stream().collect(Collectors.toMap(Question::id, Function.identity()));
    }

    String version() {
        return book.version();
    }

    Assessment assess(Evidence evidence, Set<String> answered) {
        List<TriageRule> applying = book.rules().stream().filter(rule -> rule.applies(evidence)).toList();
        TriageLevel level = applying.stream().map(TriageRule::level).filter(found -> found != TriageLevel.SELF_CARE)
                .min(Comparator.naturalOrder())
                .orElse(applying.isEmpty() ? TriageLevel.ROUTINE : TriageLevel.SELF_CARE);
        List<TriageRule> deciding = applying.stream().filter(rule -> rule.level() == level).toList();
        return new Assessment(level, deciding, questions(level, evidence, answered, applying.isEmpty()), evidence);
    }

    private List<Question> questions(TriageLevel level, Evidence evidence, Set<String> answered,
            boolean nothingApplies) {
        Map<String, Question> asked = new LinkedHashMap<>();
        if (level != TriageLevel.EMERGENCY_NOW) {
            book.rules().stream().filter(rule -> rule.level().isMoreUrgentThan(level))
                    .filter(rule -> touches(rule, evidence))
                    .sorted(Comparator.comparing(TriageRule::level))
                    .forEach(rule -> decisive(rule, evidence)
                            .forEach(question -> asked.putIfAbsent(question.id(), question)));
        }
        if (nothingApplies && asked.isEmpty()) {
            book.general().stream().filter(id -> !isKnown(id, evidence)).map(byId::get)
                    .forEach(question -> asked.put(question.id(), question));
        }
        asked.keySet().removeAll(answered);
        return asked.values().stream().limit(MOST_QUESTIONS).toList();
    }

    /** The general questions are what, since when and how bad: none is asked for what was already told. */
    private static boolean isKnown(String generalQuestion, Evidence evidence) {
        return switch (generalQuestion) {
            case "what" -> evidence.present().stream().anyMatch(finding -> !MODIFIERS.contains(finding));
            case "since" -> evidence.number("longest").isPresent();
            default -> evidence.number("severity").isPresent() || evidence.has("severe") || evidence.has("mild");
        };
    }

    /** Only rules about the very trouble that was told are worth a question. */
    private static boolean touches(TriageRule rule, Evidence evidence) {
        return rule.when().wanted().stream().anyMatch(evidence::has);
    }

    /** The questions whose "yes" would make this rule apply, but would not do so without the rest of the story. */
    private List<Question> decisive(TriageRule rule, Evidence evidence) {
        List<Question> questions = new ArrayList<>();
        for (String finding : rule.when().wanted()) {
            Question question = byFinding.get(finding);
            boolean open = question != null && !evidence.knows(finding)
                    && (question.not() == null || !evidence.has(question.not()));
            if (open && rule.applies(evidence.with(finding)) && !rule.applies(Evidence.NONE.with(finding))) {
                questions.add(question);
            }
        }
        questions.sort(Comparator.comparing(Question::id));
        return questions;
    }

    /** The finding a question is about; null where its answer is free text. */
    String findingAskedBy(String questionId) {
        Question question = byId.get(questionId);
        return question == null ? null : question.asks();
    }

    Question question(String id) {
        return byId.get(id);
    }
}
