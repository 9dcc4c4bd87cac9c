package dev.smartdoctor.assistant.language;

import java.util.List;
import java.util.Locale;

/**
 * A language the assistant speaks. English where none of those asked for is among them.
 */
public enum Language {
    EN, ES, HI, AR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** The first language of an Accept-Language header that the assistant speaks. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return EN;
        }
        try {
            List<String> codes = List.of("en", "es", "hi", "ar");
            String found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), codes);
            return found == null ? EN : valueOf(found.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notALanguageHeader) {
            // The JDK answers a header of nothing but hyphens with the latter.
            return EN;
        }
    }
}
