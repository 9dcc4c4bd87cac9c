package dev.smartdoctor.assistant.triage;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import dev.smartdoctor.assistant.language.Digits;

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
        String digits = Digits.first(text);
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
}
