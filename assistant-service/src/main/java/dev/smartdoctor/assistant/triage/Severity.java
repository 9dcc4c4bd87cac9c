package dev.smartdoctor.assistant.triage;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** "How bad, from 0 to 10", in the digits of any script or in words. */
final class Severity {

    private static final int WORST = 10;
    private static final List<List<String>> WORDS = List.of(
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            List.of("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
            List.of("शून्य", "एक", "दो", "तीन", "चार", "पांच", "छह", "सात", "आठ", "नौ", "दस"),
            List.of("صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"));

    private Severity() {
    }

    /** The first number of the answer, ten at most; empty where there is none, or one that is no such measure. */
    static OptionalInt of(String text) {
        String digits = firstDigits(text);
        if (!digits.isEmpty()) {
            return digits.length() > 2
                    ? OptionalInt.empty()
                    : OptionalInt.of(Math.min(WORST, Integer.parseInt(digits)));
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+")) {
            for (List<String> language : WORDS) {
                if (language.contains(word)) {
                    return OptionalInt.of(language.indexOf(word));
                }
            }
        }
        return OptionalInt.empty();
    }

    private static String firstDigits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                digits.append(Character.digit(text.charAt(at), 10));
            } else if (!digits.isEmpty()) {
                break;
            }
        }
        return digits.toString();
    }
}
