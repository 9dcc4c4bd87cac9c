package dev.smartdoctor.auth.credential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Passwords of twelve characters and more that are guessed first: a list of them, and three patterns that no list could
 * hold in full (one unit repeated, a run along the alphabet or the keyboard, a well-known word with digits).
 */
final class CommonPasswords {
    private static final int LONGEST_REPEATED_UNIT = 4;
    private static final String[] RUNS = { "01234567890123456789", "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
            "1q2w3e4r5t6y7u8i9o0p",
            "q1w2e3r4t5y6u7i8o9p0" };
    private static final Set<String> WORDS = read("/credential/common-words.txt");
    private static final Set<String> LISTED = read("/credential/common-passwords.txt");

    private CommonPasswords() {
    }

    static boolean contains(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        return LISTED.contains(plain) || repeats(plain) || runs(plain) || wordWithDigits(plain);
    }

    private static boolean repeats(String password) {
        for (int unit = 1; unit <= LONGEST_REPEATED_UNIT; unit++) {
            if (password.startsWith(password.substring(unit))) {
                return true;
            }
        }
        return false;
    }

    private static boolean runs(String password) {
        String reversed = new StringBuilder(password).reverse().toString();
        for (String run : RUNS) {
            if (run.contains(password) || run.contains(reversed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean wordWithDigits(String password) {
        String letters = password.replaceAll("[^\\p{L}]", "");
        return WORDS.contains(letters) || WORDS.stream().anyMatch(word -> letters.equals(word + word));
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(String::strip).filter(Predicate.not(String::isEmpty))
                    .filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
