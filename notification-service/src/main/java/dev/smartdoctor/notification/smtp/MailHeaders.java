package dev.smartdoctor.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes text as a header value: RFC 2047 encoded words, cut between code points. The mail client's own encoder lets a line
 * feed pass in ASCII text and tears characters beyond the basic plane apart.
 */
final class MailHeaders {
    /** An encoded word has at most 75 characters, 12 of them frame; 45 bytes make 60 characters of Base64. */
    private static final int BYTES_PER_WORD = 45;

    private MailHeaders() {
    }

    /** Safe for any text: what would end the header or reorder the line becomes a space first. */
    static String encode(String text) {
        String line = oneLine(text);
        return line.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !line.contains("=?") && line.length() <= 60
                ? line
                : encodedWords(line);
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(point -> isHarmless(point) ? point : ' ').forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean isHarmless(int point) {
        int type = Character.getType(point);
        boolean bidi = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR && !bidi;
    }

    private static String encodedWords(String line) {
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int point : line.codePoints().toArray()) {
            int more = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > BYTES_PER_WORD) {
                append(words, word);
                bytes = 0;
            }
            word.appendCodePoint(point);
            bytes += more;
        }
        append(words, word);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder word) {
        if (words.length() > 0) {
            words.append("\r\n ");
        }
        byte[] utf8 = word.toString().getBytes(StandardCharsets.UTF_8);
        words.append("=?UTF-8?B?").append(Base64.getEncoder().encodeToString(utf8)).append("?=");
        word.setLength(0);
    }
}
