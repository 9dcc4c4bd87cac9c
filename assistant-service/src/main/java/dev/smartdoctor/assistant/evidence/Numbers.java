package dev.smartdoctor.assistant.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Numbers in digits, and the counts that people write as words.
 */
final class Numbers {

    private static final Map<String, Double> WORDS = words();

    private Numbers() {
    }

    /** A number in digits. */
    static OptionalDouble digits(String word) {
        if (word.isEmpty() || word.length() > 6 || !Character.isDigit(word.charAt(0))) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(word));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** A number in digits or as a word of counting. */
    static OptionalDouble of(String word) {
        Double value = WORDS.get(word);
        return value == null ? digits(word) : OptionalDouble.of(value);
    }

    private static Map<String, Double> words() {
        Map<String, Double> words = new HashMap<>();
        put(words, 10, "ten diez दस عشر عشره");
        put(words, 12, "twelve dozen doce docena बारह دزينه");
        put(words, 15, "fifteen quince पंद्रह");
        put(words, 20, "twenty veinte बीस عشرين عشرون");
        put(words, 30, "thirty treinta तीस ثلاثين ثلاثون");
        put(words, 40, "forty fourty cuarenta चालीस اربعين اربعون");
        put(words, 50, "fifty cincuenta पचास خمسين خمسون");
        put(words, 60, "sixty sesenta साठ ستين");
        put(words, 100, "hundred cien सौ ميه مايه");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Double> words, double value, String wordings) {
        Tokenizer.tokens(wordings).forEach(token -> words.put(token.text(), value));
    }
}
