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
    private static final Set<String> MODIFIERS = Set.of("sudden", "gradual", "severe", "mild", "worsening", "recurrent",
            "chronic",
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

    /**
     * @param answered questions that are not asked again
     * @param unclear findings that were asked for in vain: who may be an emergency is seen within a day
     */
    Assessment assess(Evidence evidence, Set<String> answered, Set<String> unclear) {
        List<TriageRule> applying = applying(evidence);
        TriageLevel found = level(applying);
        boolean mayBeGrave = TriageLevel.WITHIN_24H.isMoreUrgentThan(found)
                && unclear.stream().anyMatch(finding -> level(applying(evidence.with(finding))).isEmergency());
        TriageLevel level = mayBeGrave ? TriageLevel.WITHIN_24H : found;
        List<TriageRule> deciding = applying.stream().filter(rule -> rule.level() == level).toList();
        return new Assessment(level, deciding, questions(level, evidence, answered, applying.isEmpty()), evidence);
    }

    private List<TriageRule> applying(Evidence evidence) {
        return book.rules().stream().filter(rule -> rule.applies(evidence)).toList();
    }

    private static TriageLevel level(List<TriageRule> applying) {
        return applying.stream().map(TriageRule::level).filter(found -> found != TriageLevel.SELF_CARE)
                .min(Comparator.naturalOrder())
                .orElse(applying.isEmpty() ? TriageLevel.ROUTINE : TriageLevel.SELF_CARE);
    }

    private List<Question> questions(TriageLevel level, Evidence evidence, Set<String> answered,
            boolean nothingApplies) {
        Map<String, Question> asked = new LinkedHashMap<>();
        List<TriageRule> graver = book.rules().stream().filter(rule -> rule.level().isMoreUrgentThan(level))
                .sorted(Comparator.comparing(TriageRule::level).thenComparing(rule -> -overlap(rule, evidence)))
                .toList();
        for (boolean first : new boolean[]{ true, false }) {
            graver.forEach(rule -> decisive(rule, evidence, first)
                    .forEach(question -> asked.putIfAbsent(question.id(), question)));
        }
        asked.keySet().removeAll(answered);
        if (nothingApplies && asked.isEmpty()) {
            book.general().stream().filter(id -> !isKnown(id, evidence) && !answered.contains(id)).map(byId::get)
                    .forEach(question -> asked.put(question.id(), question));
        }
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

    private static long overlap(TriageRule rule, Evidence evidence) {
        return rule.when().wanted().stream().filter(evidence::has).count();
    }

    /**
     * The questions whose "yes" would make this rule apply: first those that belong to the trouble that was told, then those of
     * rules about it which the "yes" alone would not fulfil.
     */
    private List<Question> decisive(TriageRule rule, Evidence evidence, boolean first) {
        List<Question> questions = new ArrayList<>();
        for (String finding : rule.when().wanted()) {
            Question question = byFinding.get(finding);
            if (question == null || !question.isOpen(evidence) || question.belongsTo(evidence) != first) {
                continue;
            }
            boolean related = first || overlap(rule, evidence) > 0 && !rule.applies(Evidence.NONE.with(finding));
            if (related && rule.applies(evidence.with(finding))) {
                questions.add(question);
            }
        }
        questions.sort(Comparator.comparing(Question::id));
        return questions;
    }

    /** Null where there is none. */
    Question question(String id) {
        return byId.get(id);
    }
}
