package dev.smartdoctor.assistant.guide;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import dev.smartdoctor.assistant.evidence.Evidence;
import dev.smartdoctor.assistant.language.Digits;

/** What a message wants, besides telling symptoms: read from the same lexicon. */
enum Intent {
    RESTART, CANCEL, RESCHEDULE, VISITS, MORE, BOOK, HELP;

    private static final String PREFIX = "intent_";
    private static final String SPECIALTY = "spec_";
    /** They say how something is, not what it is. */
    private static final Set<String> MODIFIERS = Set.of("sudden", "gradual", "severe", "mild", "worsening", "recurrent",
            "chronic",
            "improving", "constant", "male", "female", "for_child", "for_baby", "infant_words", "checkup",
            "prescription");

    /** The first intent of the message in the order above. */
    static Optional<Intent> of(Evidence message) {
        return Arrays.stream(values())
                .filter(intent -> message.has(PREFIX + intent.name().toLowerCase(java.util.Locale.ROOT)))
                .findFirst();
    }

    static boolean tellsSymptoms(Evidence message) {
        return message.present().stream()
                .anyMatch(finding -> !finding.startsWith(PREFIX) && !finding.startsWith(SPECIALTY)
                        && !MODIFIERS.contains(finding));
    }

    static Optional<String> specialty(Evidence message) {
        return message.present().stream().filter(finding -> finding.startsWith(SPECIALTY)).sorted().findFirst()
                .map(finding -> finding.substring(SPECIALTY.length()));
    }

    /** A short message that is a choice: the number in it, in any script's digits. */
    static OptionalInt number(String text) {
        if (text.codePointCount(0, text.length()) > 40) {
            return OptionalInt.empty();
        }
        String digits = Digits.first(text);
        // No list is that long.
        return digits.isEmpty() || digits.length() > 3
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(digits));
    }
}
