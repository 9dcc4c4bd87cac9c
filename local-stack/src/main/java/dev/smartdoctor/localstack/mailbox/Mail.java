package dev.smartdoctor.localstack.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A mail, read: headers decoded, texts in Unicode, attachments apart. */
public record Mail(String id, String messageId, Instant date, Address from, List<Address> to, List<Address> cc,
        List<Address> bcc, List<Address> replyTo, String subject, String text, String html,
        List<Attachment> attachments, long size, Envelope envelope) {

    private static final int SNIPPET_LENGTH = 250;

    /** The beginning of the text, for lists; markup is left out and white space folded. */
    String snippet() {
        String words = text.isBlank() ? html.replaceAll("(?s)<(style|head)\\b.*?</\\1>|<[^>]*>", " ") : text;
        String folded = words.replaceAll("\\s+", " ").strip();
        return folded.length() <= SNIPPET_LENGTH
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0,
                        Math.min(SNIPPET_LENGTH, folded.codePointCount(0, folded.length())))) + "...";
    }

    List<Attachment> files() {
        return attachments.stream().filter(each -> !each.inline()).toList();
    }

    List<Attachment> inlines() {
        return attachments.stream().filter(Attachment::inline).toList();
    }

    static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
