package dev.smartdoctor.notification.recipient;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The secret part of a mailed link. Asked for when the mail is written, never stored here. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LinkToken(UUID accountId, String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "LinkToken[until=" + expiresAt + "]";
    }
}
