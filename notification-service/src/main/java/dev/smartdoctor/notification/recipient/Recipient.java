package dev.smartdoctor.notification.recipient;

import java.time.ZoneId;
import java.util.UUID;

/** Where and how an account is written to. The locale is one of en, es, hi, ar. */
public record Recipient(UUID accountId, String email, String fullName, String locale, ZoneId zone) {

    @Override
    public String toString() {
        return "Recipient[" + accountId + "]";
    }
}
