package dev.smartdoctor.auth.account;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which two spellings of an e-mail address are the same; the database holds it as {@code email_key}. */
public final class EmailKey {
    private EmailKey() {
    }

    public static String of(String address) {
        return Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
