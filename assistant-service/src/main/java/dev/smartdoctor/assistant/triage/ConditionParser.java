package dev.smartdoctor.assistant.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code when} of a rule: {@code &}, {@code |}, {@code !}, parentheses, findings, defined names, and comparisons of
 * numbers. A mistake in a rule stops the start, naming the rule.
 */
final class ConditionParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*([a-z_][a-z0-9_]*|[0-9]+(?:\\.[0-9]+)?|<=|>=|[<>&|!()])");
    private static final Set<String> NUMBERS = Set.of("age", "temp", "hours", "longest", "severity", "systolic",
            "diastolic",
            "spo2", "glucose", "weeks");

    private final Map<String, Condition> defined = new HashMap<>();
    private final Set<String> findings;
    private List<String> tokens = List.of();
    private int at;

    ConditionParser(Set<String> findings) {
        this.findings = findings;
    }

    void define(String name, String text) {
        defined.put(name, parse(text));
    }

    Condition parse(String text) {
        tokens = split(text);
        at = 0;
        Condition condition = any();
        if (at < tokens.size()) {
            throw new IllegalStateException("unexpected '" + tokens.get(at) + "' in: " + text);
        }
        return condition;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.trim());
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            parts.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != text.trim().length()) {
            throw new IllegalStateException("cannot read the condition: " + text);
        }
        return parts;
    }

    private Condition any() {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (take("|")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(List.copyOf(parts));
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (take("&")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
    }

    private Condition one() {
        if (take("!")) {
            return new Condition.Not(one());
        }
        if (take("(")) {
            Condition inner = any();
            expect(")");
            return inner;
        }
        String name = next();
        if (NUMBERS.contains(name)) {
            return new Condition.Compare(name, next(), Double.parseDouble(next()));
        }
        if (defined.containsKey(name)) {
            return defined.get(name);
        }
        if (!findings.contains(name)) {
            throw new IllegalStateException("no evidence is called '" + name + "'");
        }
        return new Condition.Has(name);
    }

    private String next() {
        if (at >= tokens.size()) {
            throw new IllegalStateException("a condition ends too early");
        }
        return tokens.get(at++);
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalStateException("missing '" + token + "' in a condition");
        }
    }
}
