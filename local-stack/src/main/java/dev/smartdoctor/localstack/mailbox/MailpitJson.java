package dev.smartdoctor.localstack.mailbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mailpit's shapes of answers, field by field in its order and spelling. */
final class MailpitJson {

    private MailpitJson() {
    }

    /**
     * A page of mails.
     *
     * @param everything
     *            all mails of the mailbox
     * @param found
     *            those that match, of which the page begins at {@code start}
     */
    static Map<String, Object> list(List<Mail> everything, List<Mail> found, int start, int limit) {
        List<Map<String, Object>> page = found.stream().skip(start).limit(limit).map(MailpitJson::summary).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", everything.size());
        json.put("unread", unread(everything));
        json.put("count", page.size());
        json.put("messages_count", found.size());
        json.put("messages_unread", unread(found));
        json.put("start", start);
        json.put("tags", List.of());
        json.put("messages", page);
        return json;
    }

    static Map<String, Object> message(Mail mail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ID", mail.id());
        json.put("MessageID", mail.messageId());
        addresses(json, mail);
        json.put("ReturnPath", mail.envelope().from());
        json.put("Subject", mail.subject());
        json.put("ListUnsubscribe", Map.of("Header", "", "Links", List.of(), "Errors", "", "HeaderPost", ""));
        json.put("Date", mail.date().toString());
        json.put("Tags", List.of());
        json.put("Username", "");
        json.put("Text", mail.text());
        json.put("HTML", mail.html());
        json.put("Size", mail.size());
        json.put("Inline", mail.inlines().stream().map(MailpitJson::attachment).toList());
        json.put("Attachments", mail.files().stream().map(MailpitJson::attachment).toList());
        return json;
    }

    private static Map<String, Object> summary(Mail mail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ID", mail.id());
        json.put("MessageID", mail.messageId());
        json.put("Read", mail.envelope().read());
        addresses(json, mail);
        json.put("Subject", mail.subject());
        json.put("Created", mail.envelope().received().toString());
        json.put("Username", "");
        json.put("Tags", List.of());
        json.put("Size", mail.size());
        json.put("Attachments", mail.files().size());
        json.put("Snippet", mail.snippet());
        return json;
    }

    private static void addresses(Map<String, Object> json, Mail mail) {
        json.put("From", mail.from());
        json.put("To", mail.to());
        json.put("Cc", mail.cc());
        json.put("Bcc", mail.bcc());
        json.put("ReplyTo", mail.replyTo());
    }

    private static Map<String, Object> attachment(Attachment attachment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("PartID", attachment.partId());
        json.put("FileName", attachment.fileName());
        json.put("ContentType", attachment.contentType());
        json.put("ContentID", attachment.contentId());
        json.put("Size", attachment.content().length);
        json.put("Checksums", Map.of("MD5", digest("MD5", attachment), "SHA1", digest("SHA-1", attachment), "SHA256",
                digest("SHA-256", attachment)));
        return json;
    }

    private static String digest(String algorithm, Attachment attachment) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(attachment.content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    private static long unread(List<Mail> mails) {
        return mails.stream().filter(mail -> !mail.envelope().read()).count();
    }
}
