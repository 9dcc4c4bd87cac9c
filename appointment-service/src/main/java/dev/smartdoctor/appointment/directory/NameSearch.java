package dev.smartdoctor.appointment.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds names as people type them: without accents, in any case, with a straight apostrophe, a space or nothing for a hyphen. */
final class NameSearch {
    /** Accents, and the short vowels of Arabic; the vowel signs of other scripts are letters. */
    private static final Pattern MARKS = Pattern.compile("[\\p{InCombiningDiacriticalMarks}\\u064B-\\u0655]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}'’‘ʼ.]+");

    private final String wanted;

    NameSearch(String text) {
        wanted = fold(text);
    }

    boolean finds(String name) {
        return !wanted.isEmpty() && fold(name).contains(wanted);
    }

    /** Letters that Unicode takes apart lose their marks; those that it does not are told one by one. */
    private static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('ı', 'i').replace('ł', 'l').replace('ø', 'o')
                .replace('đ', 'd').replace("ß", "ss").replace("æ", "ae").replace("œ", "oe");
        return BETWEEN_WORDS.matcher(lower).replaceAll("");
    }
}
