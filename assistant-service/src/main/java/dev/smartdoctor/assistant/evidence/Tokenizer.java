package dev.smartdoctor.assistant.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into tokens of one normal form, the same for the lexicon and for patients: lower case, Latin accents and
 * Arabic vowel signs dropped, Arabic articles cut off, all digits European. Never throws, whatever it is given.
 */
final class Tokenizer {

    private static final int MAX_TOKENS = 1_500;
    private static final String SENTENCE_ENDS = ".!?;\n\u2026\u0964\u061f\u061b";
    private static final String CLAUSE_ENDS = ",:()\u060c\u2013\u2014";
    private static final String APOSTROPHES = "'`\u2018\u2019\u201b\u02b9\u02bc\u00b4\u2032\uff07";
    private static final Set<String> BEFORE_T = Set.of("don", "doesn", "didn", "can", "couldn", "won", "wouldn", "isn",
            "aren", "wasn", "weren", "hasn", "haven", "hadn", "shouldn");
    private static final String ARABIC_PARTICLES = "\u0648\u0641\u0628\u0644\u0643";
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
            String whole = word.toString();
            String stem = stem(whole);
            word.setLength(0);
            if (!joinsLast(stem)) {
                Token token = new Token(stem, sentence, clause);
                token = isJoined(stem) ? token.or(stem.substring(1)) : token;
                // "وجهها" is her face, although it begins like "and".
                tokens.add(stem.length() == whole.length() - 1 ? token.or(whole) : token);
            }
        }
    }

    /** "can not" and "don t" are one word, as "cannot" and "don't" are. */
    private boolean joinsLast(String word) {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (last == null || last.clause() != clause
                || !(word.equals("not") && last.text().equals("can")
                        || word.equals("t") && BEFORE_T.contains(last.text()))) {
            return false;
        }
        tokens.set(tokens.size() - 1, new Token(last.text() + word, sentence, clause));
        return true;
    }

    /** Arabic "and", "so", "with", "for" and "like" are written as one letter before the word. */
    private static boolean isJoined(String word) {
        return word.length() >= 3 && ARABIC_PARTICLES.indexOf(word.charAt(0)) >= 0;
    }

    private static boolean isApostrophe(int point) {
        return APOSTROPHES.indexOf(point) >= 0;
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
        // The accent that stands for an apostrophe would decompose into a space.
        String decomposed = Normalizer.normalize(text.replace('\u00b4', '\''), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
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
            // Often written for each other.
            case 'ظ' -> 'ض';
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
