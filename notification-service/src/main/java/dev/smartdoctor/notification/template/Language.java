package dev.smartdoctor.notification.template;

import java.util.Locale;
import java.util.Optional;

/** The languages people are written to, with the regional conventions their dates follow. */
public enum Language {
    EN("en-GB"),
    ES("es-ES"),
    HI("hi-IN"),
    AR("ar");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    public static Language of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What someone chose for messages before the language of the account. */
    public static Language of(Optional<String> chosen, String accountLocale) {
        return of(chosen.orElse(accountLocale));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return locale;
    }

    String direction() {
        return this == AR ? "rtl" : "ltr";
    }
}
