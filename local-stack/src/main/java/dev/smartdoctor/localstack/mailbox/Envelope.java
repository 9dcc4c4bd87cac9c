package dev.smartdoctor.localstack.mailbox;

import java.time.Instant;
import java.util.List;

/** What is known of a mail beyond its own bytes: when it came, and whom SMTP said that it was from and for. */
public record Envelope(Instant received, String from, List<String> recipients, boolean read) {

    Envelope seen() {
        return new Envelope(received, from, recipients, true);
    }
}
