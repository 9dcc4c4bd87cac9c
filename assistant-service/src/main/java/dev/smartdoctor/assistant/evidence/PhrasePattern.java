package dev.smartdoctor.assistant.evidence;

import java.util.Arrays;
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

    /** What a gap never reaches over: "my face is not drooping" is no drooping face. */
    private static final Set<String> DENIALS = Set.of("but", "no", "not", "dont", "doesnt", "didnt", "isnt", "arent",
            "wasnt", "never", "without", "denies", "pero", "sin", "nunca", "لكن", "لا", "لم", "ليس",
            "बिना", "नहीं", "नही", "लेकिन");
    private static final int FAR = 6;

    /** Words that fit at one place; {@code gap} other words may come before it. */
    record Element(Set<String> words, List<String> beginnings, double least, boolean optional, int gap) {

        /** Not asking for a number. */
        static final double NO_NUMBER = Double.POSITIVE_INFINITY;

        boolean fits(Token token) {
            return fits(token.text()) || token.others().stream().anyMatch(this::fits)
                    || least != NO_NUMBER && Numbers.of(token.text()).orElse(0) >= least;
        }

        private boolean fits(String form) {
            if (words.contains(form)) {
                return true;
            }
            for (String beginning : beginnings) {
                if (form.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The places of the words that match from this token on; empty where it does not match. */
    List<Integer> matchAt(List<Token> tokens, int start) {
        if (!elements.get(0).fits(tokens.get(start))) {
            return List.of();
        }
        int[] places = new int[elements.size()];
        places[0] = start;
        return matchRest(tokens, start + 1, 1, places)
                ? Arrays.stream(places).filter(place -> place >= 0).boxed().toList()
                : List.of();
    }

    private boolean matchRest(List<Token> tokens, int at, int element, int[] places) {
        if (element == elements.size()) {
            return true;
        }
        Element wanted = elements.get(element);
        int last = Math.min(tokens.size() - 1, at + wanted.gap());
        for (int i = at; i <= last && joins(tokens, at - 1, i, wanted.gap()); i++) {
            if (wanted.fits(tokens.get(i))) {
                places[element] = i;
                if (matchRest(tokens, i + 1, element + 1, places)) {
                    return true;
                }
            }
            if ((withinClause ? BARRIERS : DENIALS).contains(tokens.get(i).text())) {
                break;
            }
        }
        places[element] = -1;
        return wanted.optional() && matchRest(tokens, at, element + 1, places);
    }

    /** Commas part what stands near; only a wording with a wide gap reaches over them. */
    private boolean joins(List<Token> tokens, int from, int to, int gap) {
        Token a = tokens.get(from);
        Token b = tokens.get(to);
        return a.sentence() == b.sentence() && (a.clause() == b.clause() || !withinClause && gap >= FAR);
    }
}
