package dev.smartdoctor.auth.mailtoken;

import java.time.OffsetDateTime;
import java.util.UUID;

/** What the notification-service puts into a mail. */
public record MailedTokenView(UUID accountId, String token, OffsetDateTime expiresAt) {

    @Override
    public String toString() {
        return "MailedTokenView[" + accountId + "]";
    }
}
