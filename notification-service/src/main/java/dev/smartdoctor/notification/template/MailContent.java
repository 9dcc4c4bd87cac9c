package dev.smartdoctor.notification.template;

import java.util.Optional;

/** A mail as its reader gets it, without address and id. */
public record MailContent(String language, String subject, String html, String text, Optional<CalendarFile> calendar) {

    /** An iCalendar object and its method, REQUEST or CANCEL. */
    public record CalendarFile(String method, String text) {}
}
