package dev.smartdoctor.notification.smtp;

import java.util.Optional;
import java.util.UUID;

import dev.smartdoctor.notification.template.MailContent;

/** A finished mail. The id makes the Message-ID, which is therefore the same on every try. */
public record OutgoingMail(UUID id, String to, MailContent content) {

    public String messageId() {
        return "<" + id + "@smart-doctor>";
    }

    Optional<MailContent.CalendarFile> calendar() {
        return content.calendar();
    }
}
