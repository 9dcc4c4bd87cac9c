package dev.smartdoctor.assistant.triage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads "yes" and "no" as people write them, in the four languages. Anything else is neither.
 */
public final class YesNo {

    private static final Set<String> YES = Set.of("yes", "y", "yeah", "yep", "yup", "sure", "true", "ok", "okay",
            "correct",
            "definitely", "si", "claro", "vale", "हाँ", "हां", "जी", "हा", "نعم", "اجل", "أجل", "ايوه", "أيوه", "ايوا",
            "بلى");
    private static final Set<String> NO = Set.of("no", "n", "nope", "nah", "not", "none", "never", "false", "nada",
            "nunca",
            "नहीं", "नही", "ना", "न", "لا", "كلا", "ليس", "لأ");

    private YesNo() {
    }

    public static Optional<Boolean> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace("í", "i")
                .trim();
        for (String word : plain.split("[\\s,.!?;:،।؟]+")) {
            if (YES.contains(word)) {
                return Optional.of(true);
            }
            if (NO.contains(word)) {
                return Optional.of(false);
            }
            if (!word.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
