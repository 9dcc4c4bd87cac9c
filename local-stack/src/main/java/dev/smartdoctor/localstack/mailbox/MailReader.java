package dev.smartdoctor.localstack.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;

/**
 * Reads the bytes of a mail. A mail that breaks the rules is still shown, with what could be read of it: a mailbox for
 * developers is where broken mails are looked at.
 */
final class MailReader {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();

    private MailReader() {
    }

    static Mail read(String id, byte[] raw, Envelope envelope) {
        MailReader reader = new MailReader();
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            reader.walk(message, "");
            return reader.mail(id, message, raw.length, envelope);
        } catch (MessagingException | IOException e) {
            return unreadable(id, raw, envelope);
        }
    }

    private Mail mail(String id, MimeMessage message, long size, Envelope envelope) throws MessagingException {
        List<Address> from = addresses(message, "From");
        List<Address> to = addresses(message, "To");
        List<Address> cc = addresses(message, "Cc");
        Date date = message.getSentDate();
        String messageId = message.getMessageID() == null ? "" : message.getMessageID().replaceAll("^<|>$", "");
        return new Mail(id, messageId, date == null ? envelope.received() : date.toInstant(),
                from.isEmpty() ? new Address("", envelope.from()) : from.get(0), to, cc, hidden(envelope, to, cc),
                addresses(message, "Reply-To"), decoded(message.getHeader("Subject", null)), text.toString(),
                html.toString(), List.copyOf(attachments), size, envelope);
    }

    private static Mail unreadable(String id, byte[] raw, Envelope envelope) {
        List<Address> to = envelope.recipients().stream().map(address -> new Address("", address)).toList();
        Instant date = envelope.received();
        return new Mail(id, "", date, new Address("", envelope.from()), to, List.of(), List.of(), List.of(),
                "(unreadable mail)", new String(raw, StandardCharsets.UTF_8), "", List.of(), raw.length, envelope);
    }

    /** Part numbers as IMAP and Mailpit count them: 1, 2, 2.1, … */
    private void walk(MimePart part, String number) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                if (multipart.getBodyPart(i) instanceof MimePart inner) {
                    walk(inner, (number.isEmpty() ? "" : number + ".") + (i + 1));
                }
            }
            return;
        }
        boolean file = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || fileName(part) != null;
        if (!file && part.isMimeType("text/html")) {
            html.append(string(part));
        } else if (!file && part.isMimeType("text/plain")) {
            text.append(string(part));
        } else {
            attachments.add(attachment(part, number.isEmpty() ? "1" : number));
        }
    }

    private static Attachment attachment(MimePart part, String number) throws MessagingException, IOException {
        String type = mediaType(part);
        String contentId = part.getContentID() == null ? "" : part.getContentID().replaceAll("^<|>$", "");
        boolean inline = Part.INLINE.equalsIgnoreCase(part.getDisposition())
                || part.getDisposition() == null && !contentId.isEmpty();
        String name = fileName(part) != null ? fileName(part) : contentId;
        return new Attachment(number, name, type, contentId, inline, content(part));
    }

    private static String fileName(MimePart part) {
        try {
            return part.getFileName() == null ? null : decoded(part.getFileName());
        } catch (MessagingException e) {
            return null;
        }
    }

    private static String string(MimePart part) throws MessagingException, IOException {
        return new String(content(part), charset(part));
    }

    private static byte[] content(MimePart part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    private static Charset charset(MimePart part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | UnsupportedCharsetException | IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String mediaType(MimePart part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "application/octet-stream";
        }
    }

    private static List<Address> addresses(Message message, String header) throws MessagingException {
        String[] lines = message.getHeader(header);
        if (lines == null) {
            return List.of();
        }
        String line = String.join(", ", lines);
        try {
            return Arrays.stream(InternetAddress.parseHeader(line, false))
                    .map(each -> new Address(decoded(each.getPersonal()), decoded(each.getAddress()))).toList();
        } catch (MessagingException e) {
            return List.of(new Address(decoded(line), ""));
        }
    }

    /** Recipients of SMTP that no header names. */
    private static List<Address> hidden(Envelope envelope, List<Address> to, List<Address> cc) {
        return envelope.recipients().stream().filter(address -> !names(to, address) && !names(cc, address))
                .map(address -> new Address("", address)).toList();
    }

    private static boolean names(List<Address> addresses, String address) {
        return addresses.stream().anyMatch(each -> each.address().equalsIgnoreCase(address));
    }

    private static String decoded(String header) {
        if (header == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }
}
