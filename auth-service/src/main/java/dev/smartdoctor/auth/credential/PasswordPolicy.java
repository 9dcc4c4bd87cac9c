package dev.smartdoctor.auth.credential;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.smartdoctor.platform.problem.ValidationFailed;

/**
 * What may be a password: 12 to 256 characters, not one that everybody tries first, and more than the person's own name
 * or address. There are no composition rules (NIST SP 800-63B, 3.1.1.2).
 */
public final class PasswordPolicy {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 256;
    /** What must remain of a password once the person's own words are taken out of it. */
    private static final int OWN_CHARACTERS = 7;
    private static final int SHORTEST_WORD = 3;

    private PasswordPolicy() {
    }

    /** Refuses with a 422 that names the field. */
    public static void check(String field, String password, String email, String fullName) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new ValidationFailed(field, "INVALID_LENGTH", "A password has 12 to 256 characters.");
        }
        if (CommonPasswords.contains(password)) {
            throw new ValidationFailed(field, "TOO_COMMON", "This password is among the first that are tried.");
        }
        if (withoutOwnWords(password, email, fullName).length() < OWN_CHARACTERS) {
            throw new ValidationFailed(field, "TOO_PERSONAL",
                    "This password is little more than your name or address.");
        }
    }

    private static String withoutOwnWords(String password, String email, String fullName) {
        String rest = password.toLowerCase(Locale.ROOT);
        List<String> words = Stream.concat(Stream.of(email, localPart(email)),
                Stream.of((email + " " + fullName).split("[^\\p{L}\\p{M}\\p{N}]+")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }

    private static String localPart(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }
}
