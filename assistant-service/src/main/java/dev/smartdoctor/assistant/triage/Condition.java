package dev.smartdoctor.assistant.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.smartdoctor.assistant.evidence.Evidence;

/**
 * When a rule applies, as a tree over evidence. What is not known counts as not so, for findings and for numbers alike.
 */
sealed interface Condition {

    boolean holds(Evidence evidence);

    /** Findings that speak for the condition: those worth asking for. Findings under a "not" are left out. */
    Set<String> wanted();

    record Has(String finding) implements Condition {

        @Override
        public boolean holds(Evidence evidence) {
            return evidence.has(finding);
        }

        @Override
        public Set<String> wanted() {
            return Set.of(finding);
        }
    }

    record Compare(String number, String operator, double value) implements Condition {

        @Override
        public boolean holds(Evidence evidence) {
            return evidence.number(number).stream().anyMatch(known -> switch (operator) {
                case "<" -> known < value;
                case "<=" -> known <= value;
                case ">" -> known > value;
                default -> known >= value;
            });
        }

        @Override
        public Set<String> wanted() {
            return Set.of();
        }
    }

    record Not(Condition inner) implements Condition {

        @Override
        public boolean holds(Evidence evidence) {
            return !inner.holds(evidence);
        }

        @Override
        public Set<String> wanted() {
            return Set.of();
        }
    }

    record All(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(Evidence evidence) {
            for (Condition part : parts) {
                if (!part.holds(evidence)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Set<String> wanted() {
            return union(parts);
        }
    }

    record Any(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(Evidence evidence) {
            for (Condition part : parts) {
                if (part.holds(evidence)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<String> wanted() {
            return union(parts);
        }
    }

    private static Set<String> union(List<Condition> parts) {
        Set<String> all = new HashSet<>();
        parts.forEach(part -> all.addAll(part.wanted()));
        return Set.copyOf(all);
    }
}
