package dev.smartdoctor.assistant.evidence;

import java.util.List;
import java.util.Set;

/**
 * One wording of a piece of evidence, compiled: elements in order, each a set of words or word beginnings, with the number of
 * other words that may stand before it. A match never crosses the end of a sentence.
 */
record PhrasePattern(String evidence, List<Element> elements, boolean withinClause) {

    private static final Set<String> BARRIERS = Set.of("and", "but", "no", "not", "without", "denies", "or", "y",
            "pero", "sin",
            "لكن", "बिना", "लेकिन");

    private static final Set<String> DENIALS = Set.of("but", "no", "without", "denies", "pero", "sin", "لكن", "बिना",
            "लेकिन");
    private static final int FAR = 6;

    /** Words that fit at one place; {@code gap} other words may come before it. */
    record Element(Set<String> words, List<String> beginnings, boolean optional, int gap) {

        boolean fits(String token) {
            if (words.contains(token)) {
                return true;
            }
            for (String beginning : beginnings) {
                if (token.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The end (exclusive) of the match that starts at this token, or -1. */
    int matchAt(List<Token> tokens, int start) {
        return elements.get(0).fits(tokens.get(start).text()) ? matchRest(tokens, start + 1, 1) : -1;
    }

    private int matchRest(List<Token> tokens, int at, int element) {
        if (element == elements.size()) {
            return at;
        }
        Element wanted = elements.get(element);
        int last = Math.min(tokens.size() - 1, at + wanted.gap());
        for (int i = at; i <= last && joins(tokens, at - 1, i, wanted.gap()); i++) {
            if (wanted.fits(tokens.get(i).text())) {
                int end = matchRest(tokens, i + 1, element + 1);
                if (end >= 0) {
                    return end;
                }
            }
            if ((withinClause ? BARRIERS : DENIALS).contains(tokens.get(i).text())) {
                break;
            }
        }
        return wanted.optional() ? matchRest(tokens, at, element + 1) : -1;
    }

    /** Commas part what stands near; only a wording with a wide gap reaches over them. */
    private boolean joins(List<Token> tokens, int from, int to, int gap) {
        Token a = tokens.get(from);
        Token b = tokens.get(to);
        return a.sentence() == b.sentence() && (a.clause() == b.clause() || !withinClause && gap >= FAR);
    }
}
