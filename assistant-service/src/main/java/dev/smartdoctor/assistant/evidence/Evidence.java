package dev.smartdoctor.assistant.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What is known of one person's trouble: findings that are there, findings that were denied, and numbers. What is in neither
 * set is not known. A finding is never in both: said once and denied once, it counts as there.
 */
public record Evidence(Set<String> present, Set<String> absent, Map<String, Double> numbers) {

    public static final Evidence NONE = new Evidence(Set.of(), Set.of(), Map.of());

    public Evidence {
        present = Set.copyOf(present);
        numbers = Map.copyOf(numbers);
        Set<String> denied = new HashSet<>(absent);
        denied.removeAll(present);
        absent = Set.copyOf(denied);
    }

    public boolean has(String finding) {
        return present.contains(finding);
    }

    public boolean knows(String finding) {
        return present.contains(finding) || absent.contains(finding);
    }

    public OptionalDouble number(String name) {
        Double value = numbers.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public Evidence with(String finding) {
        Set<String> more = new HashSet<>(present);
        more.add(finding);
        return new Evidence(more, absent, numbers);
    }

    public Evidence without(String finding) {
        Set<String> more = new HashSet<>(absent);
        more.add(finding);
        return new Evidence(present, more, numbers);
    }

    public Evidence withNumber(String name, double value) {
        Map<String, Double> more = new HashMap<>(numbers);
        more.put(name, value);
        return new Evidence(present, absent, more);
    }

    /** Both together; for times the shortest and the longest count, for other numbers the newer. */
    public Evidence and(Evidence newer) {
        Set<String> there = new HashSet<>(present);
        there.addAll(newer.present);
        Set<String> denied = new HashSet<>(absent);
        denied.addAll(newer.absent);
        Map<String, Double> both = new HashMap<>(numbers);
        newer.numbers.forEach((name, value) -> both.merge(name, value, (a, b) -> switch (name) {
            case "hours" -> Math.min(a, b);
            case "longest" -> Math.max(a, b);
            default -> b;
        }));
        return new Evidence(there, denied, both);
    }
}
