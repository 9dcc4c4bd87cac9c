package dev.smartdoctor.assistant.evidence;

import java.util.List;
import java.util.stream.Stream;

/**
 * One word or number of a text, in its normal form, with the sentence and the part between commas it stands in. {@code others}
 * are forms it may stand for besides: without a joined particle, or spelled as the lexicon spells it.
 */
record Token(String text, List<String> others, int sentence, int clause) {

    Token(String text, int sentence, int clause) {
        this(text, List.of(), sentence, clause);
    }

    Token or(String form) {
        return new Token(text, Stream.concat(others.stream(), Stream.of(form)).toList(), sentence, clause);
    }

    Stream<String> forms() {
        return others.isEmpty() ? Stream.of(text) : Stream.concat(Stream.of(text), others.stream());
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }
}
