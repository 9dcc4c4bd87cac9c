package dev.smartdoctor.assistant.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into tokens of one normal form, the same for the lexicon and for patients: lower case, Latin accents and
 * Arabic vowel signs dropped, Arabic articles cut off, all digits European. Never throws, whatever it is given.
 */
final class Tokenizer {

    private static final int MAX_TOKENS = 1_500;
    private static final String SENTENCE_ENDS = ".!?;\n\u2026\u0964\u061f\u061b";
    private static final String CLAUSE_ENDS = ",()\u060c\u2013\u2014";
    private static final List<String> ARABIC_PREFIXES = List.of("وال", "بال", "فال", "كال", "لل", "ال");

    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int sentence;
    private int clause;

    private Tokenizer() {
    }

    static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer();
        tokenizer.read(fold(text));
        return List.copyOf(tokenizer.tokens);
    }

    private void read(String text) {
        for (int at = 0; at < text.length() && tokens.size() < MAX_TOKENS;) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (isApostrophe(point)) {
                at = next;
                continue;
            }
            if (isPartOfNumber(text, at, point)) {
                word.append(point == ',' ? '.' : (char) point);
            } else if (isWordPart(point)) {
                endAtBorderOfDigits(point);
                word.appendCodePoint(point);
            } else {
                end();
                mark(point);
            }
            at = next;
        }
        end();
    }

    private void endAtBorderOfDigits(int point) {
        if (!word.isEmpty() && Character.isDigit(word.charAt(0)) != Character.isDigit(point)) {
            end();
        }
    }

    private void mark(int point) {
        if (SENTENCE_ENDS.indexOf(point) >= 0) {
            sentence++;
            clause++;
        } else if (CLAUSE_ENDS.indexOf(point) >= 0) {
            clause++;
        }
    }

    private void end() {
        if (!word.isEmpty()) {
            tokens.add(new Token(stem(word.toString()), sentence, clause));
            word.setLength(0);
        }
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '\u2019' || point == '\u2018' || point == '\u02bc' || point == '`';
    }

    private static boolean isPartOfNumber(String text, int at, int point) {
        return (point == '.' || point == ',' || point == '/') && at > 0 && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
    }

    static boolean isWordPart(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point) || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (!isDropped(c)) {
                folded.append(foldLetter(c));
            }
        }
        return folded.toString();
    }

    /** Latin accents, Arabic vowel signs and tatweel, the Devanagari nukta, and joiners say nothing about the word. */
    private static boolean isDropped(char c) {
        return c >= 0x300 && c <= 0x36f || c >= 0x64b && c <= 0x65f || c == 0x670 || c == 0x640 || c == 0x93c
                || c == 0x200c
                || c == 0x200d;
    }

    private static char foldLetter(char c) {
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            case 'ؤ' -> 'و';
            case 'ئ' -> 'ي';
            case 'ँ' -> 'ं';
            default -> c;
        };
    }

    private static String stem(String word) {
        char first = word.charAt(0);
        if (first < 0x600 || first > 0x6ff) {
            return word;
        }
        for (String prefix : ARABIC_PREFIXES) {
            if (word.startsWith(prefix) && word.length() >= prefix.length() + 2) {
                return word.substring(prefix.length());
            }
        }
        return first == 'و' && word.length() >= 5 ? word.substring(1) : word;
    }
}
