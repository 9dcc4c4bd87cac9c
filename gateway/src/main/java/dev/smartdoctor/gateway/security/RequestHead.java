package dev.smartdoctor.gateway.security;

import java.nio.charset.StandardCharsets;

import dev.smartdoctor.gateway.security.FramingFault.Kind;

/**
 * Reads the head of a request in one pass, byte for byte, only to be sure that nobody after us can read it in another way
 * (RFC 9112 §2.2, §5, §6): lines end in CR LF, names are tokens followed by their colon at once, no folded lines, one Host,
 * one length or the one transfer coding {@code chunked}, never both.
 */
final class RequestHead {
    static final int MAX_TARGET = 8 * 1024;
    private static final int MAX_LINES = 100;
    private static final int LENGTH_DIGITS = 15;
    private static final byte[] CONTENT_LENGTH = ascii("content-length");
    private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");
    private static final byte[] HOST = ascii("host");
    private static final byte[] CHUNKED = ascii("chunked");
    private static final byte[] HTTP_1 = ascii("http/1.");
    private static final boolean[] TOKEN = token();

    private byte[] bytes;
    private int at;
    private int hosts;
    private boolean http10;
    private long contentLength;
    private boolean chunked;

    /** @param head from the method's first byte to the empty line, that line included */
    void read(byte[] head, int length) throws FramingFault {
        bytes = head;
        at = 0;
        hosts = 0;
        contentLength = -1;
        chunked = false;
        requestLine();
        int lines = 0;
        while (bytes[at] != '\r') {
            if (++lines > MAX_LINES) {
                throw new FramingFault(Kind.HEADERS_TOO_LARGE);
            }
            headerLine();
        }
        endOfLine();
        if (at != length || hosts != 1 || chunked && (contentLength >= 0 || http10)) {
            throw FramingFault.malformed();
        }
    }

    /** Bytes of the body; 0 where there is none or it is chunked. */
    long bodyLength() {
        return Math.max(0, contentLength);
    }

    boolean isChunked() {
        return chunked;
    }

    private void requestLine() throws FramingFault {
        int method = at;
        while (isToken(bytes[at])) {
            at++;
        }
        if (at == method || bytes[at++] != ' ') {
            throw FramingFault.malformed();
        }
        int target = at;
        while (bytes[at] > ' ' && bytes[at] < 0x7f) {
            at++;
        }
        if (at - target > MAX_TARGET) {
            throw new FramingFault(Kind.TARGET_TOO_LONG);
        }
        if (at == target || bytes[at++] != ' ' || !matches(at, HTTP_1) || bytes[at] != 'H') {
            throw FramingFault.malformed();
        }
        int minor = bytes[at + HTTP_1.length];
        http10 = minor == '0';
        at += HTTP_1.length + 1;
        if (minor != '0' && minor != '1') {
            throw FramingFault.malformed();
        }
        endOfLine();
    }

    private void headerLine() throws FramingFault {
        int name = at;
        while (isToken(bytes[at])) {
            at++;
        }
        int nameLength = at - name;
        if (nameLength == 0 || bytes[at++] != ':') {
            throw FramingFault.malformed();
        }
        int value = at;
        while (bytes[at] >= ' ' && bytes[at] != 0x7f || bytes[at] == '\t' || bytes[at] < 0) {
            at++;
        }
        int end = at;
        endOfLine();
        switch (nameLength) {
            case 4 -> host(name);
            case 14 -> length(name, value, end);
            case 17 -> transferCoding(name, value, end);
            default -> {
                // No other header bears on the framing.
            }
        }
    }

    private void host(int name) {
        if (matches(name, HOST)) {
            hosts++;
        }
    }

    private void length(int name, int value, int end) throws FramingFault {
        if (!matches(name, CONTENT_LENGTH)) {
            return;
        }
        int from = skipSpace(value, end);
        int to = trimSpace(from, end);
        if (contentLength >= 0 || to == from || to - from > LENGTH_DIGITS) {
            throw FramingFault.malformed();
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw FramingFault.malformed();
            }
            number = number * 10 + bytes[i] - '0';
        }
        contentLength = number;
    }

    private void transferCoding(int name, int value, int end) throws FramingFault {
        if (!matches(name, TRANSFER_ENCODING)) {
            return;
        }
        int from = skipSpace(value, end);
        int to = trimSpace(from, end);
        if (chunked || to - from != CHUNKED.length || !matches(from, CHUNKED)) {
            throw FramingFault.malformed();
        }
        chunked = true;
    }

    private void endOfLine() throws FramingFault {
        if (bytes[at] != '\r' || bytes[at + 1] != '\n') {
            throw FramingFault.malformed();
        }
        at += 2;
    }

    private int skipSpace(int from, int end) {
        int i = from;
        while (i < end && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }

    private int trimSpace(int from, int end) {
        int i = end;
        while (i > from && (bytes[i - 1] == ' ' || bytes[i - 1] == '\t')) {
            i--;
        }
        return i;
    }

    private boolean matches(int from, byte[] lowerCase) {
        for (int i = 0; i < lowerCase.length; i++) {
            int b = bytes[from + i];
            if (b != lowerCase[i] && (b < 'A' || b > 'Z' || b + 32 != lowerCase[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isToken(byte b) {
        return b >= 0 && TOKEN[b];
    }

    private static boolean[] token() {
        boolean[] token = new boolean[128];
        for (char c = '!'; c < 0x7f; c++) {
            token[c] = Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
        }
        return token;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
