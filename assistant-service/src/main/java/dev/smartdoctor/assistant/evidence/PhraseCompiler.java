package dev.smartdoctor.assistant.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the wordings of the lexicon files into {@link PhrasePattern}s; the notation is explained at the top of
 * {@code triage/lexicon/en.yaml}. A wording that cannot be read stops the start, naming the wording.
 */
final class PhraseCompiler {

    private static final int NEAR = 3;

    private final Map<String, String> lists;

    PhraseCompiler(Map<String, String> lists) {
        this.lists = lists;
    }

    List<PhrasePattern> compile(String evidence, String wording) {
        try {
            return patterns(evidence, wording);
        } catch (IllegalStateException | NumberFormatException wrong) {
            throw new IllegalStateException(evidence + ": cannot read the wording '" + wording + "'", wrong);
        }
    }

    private List<PhrasePattern> patterns(String evidence, String wording) {
        String expanded = expand(wording);
        if (!expanded.contains("&")) {
            return List.of(new PhrasePattern(evidence, elements(expanded, 0), false));
        }
        List<PhrasePattern> patterns = new ArrayList<>();
        permute(new ArrayList<>(Arrays.asList(expanded.split("&"))), new ArrayList<>(), order -> {
            List<PhrasePattern.Element> elements = new ArrayList<>();
            order.forEach(part -> elements.addAll(elements(part, elements.isEmpty() ? 0 : NEAR)));
            patterns.add(new PhrasePattern(evidence, List.copyOf(elements), true));
        });
        return patterns;
    }

    private static void permute(List<String> rest, List<String> order,
            java.util.function.Consumer<List<String>> found) {
        if (rest.isEmpty()) {
            found.accept(List.copyOf(order));
            return;
        }
        for (int i = 0; i < rest.size(); i++) {
            List<String> others = new ArrayList<>(rest);
            order.add(others.remove(i));
            permute(others, order, found);
            order.remove(order.size() - 1);
        }
    }

    private String expand(String wording) {
        String expanded = wording;
        for (Map.Entry<String, String> list : lists.entrySet()) {
            expanded = expanded.replace("$" + list.getKey(), list.getValue());
        }
        if (expanded.contains("$")) {
            throw new IllegalStateException("unknown list in the wording: " + wording);
        }
        return expanded;
    }

    private static List<PhrasePattern.Element> elements(String sequence, int firstGap) {
        List<PhrasePattern.Element> elements = new ArrayList<>();
        int gap = firstGap;
        for (String part : sequence.trim().split("\\s+")) {
            if (part.startsWith("~")) {
                gap = Integer.parseInt(part.substring(1));
            } else {
                elements.add(element(part, gap));
                gap = 0;
            }
        }
        if (elements.isEmpty() || elements.get(0).optional()) {
            throw new IllegalStateException("a wording needs a first word: " + sequence);
        }
        return elements;
    }

    private static PhrasePattern.Element element(String part, int gap) {
        boolean optional = part.endsWith("?");
        Set<String> words = new HashSet<>();
        List<String> beginnings = new ArrayList<>();
        double least = PhrasePattern.Element.NO_NUMBER;
        for (String alternative : (optional ? part.substring(0, part.length() - 1) : part).split("\\|")) {
            if (alternative.startsWith("#")) {
                least = Double.parseDouble(alternative.substring(1));
                continue;
            }
            boolean open = alternative.endsWith("*");
            String normal = normal(open ? alternative.substring(0, alternative.length() - 1) : alternative);
            if (open) {
                beginnings.add(normal);
            } else {
                words.add(normal);
            }
        }
        return new PhrasePattern.Element(Set.copyOf(words), List.copyOf(beginnings), least, optional, gap);
    }

    private static String normal(String word) {
        List<Token> tokens = Tokenizer.tokens(word);
        if (tokens.size() != 1) {
            throw new IllegalStateException("not one word: '" + word + "'");
        }
        return tokens.get(0).text();
    }
}
