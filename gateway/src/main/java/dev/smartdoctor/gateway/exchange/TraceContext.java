package dev.smartdoctor.gateway.exchange;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** The W3C trace context of a request: the client's own where it is well-formed, a new one where not. */
final class TraceContext {
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int LENGTH = 55;
    private static final int SPAN_AT = 36;
    private static final int FLAGS_AT = 53;

    private TraceContext() {
    }

    /** {@code 00-<32 hex>-<16 hex>-<2 hex>}; ids of zeros alone are no ids. */
    static boolean isValid(String traceparent) {
        if (traceparent == null || traceparent.length() != LENGTH || !traceparent.startsWith("00-")
                || traceparent.charAt(SPAN_AT - 1) != '-' || traceparent.charAt(FLAGS_AT - 1) != '-') {
            return false;
        }
        return isId(traceparent, 3, SPAN_AT - 1) && isId(traceparent, SPAN_AT, FLAGS_AT - 1)
                && isHex(traceparent.charAt(FLAGS_AT)) && isHex(traceparent.charAt(FLAGS_AT + 1));
    }

    static String create() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] text = new byte[LENGTH];
        text[0] = '0';
        text[1] = '0';
        text[2] = '-';
        hex(text, 3, random.nextLong() | 1);
        hex(text, 19, random.nextLong());
        text[SPAN_AT - 1] = '-';
        hex(text, SPAN_AT, random.nextLong() | 1);
        text[FLAGS_AT - 1] = '-';
        text[FLAGS_AT] = '0';
        text[FLAGS_AT + 1] = '0';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    static String traceId(String traceparent) {
        return traceparent.substring(3, SPAN_AT - 1);
    }

    private static boolean isId(String text, int from, int to) {
        boolean onlyZeros = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isHex(c)) {
                return false;
            }
            onlyZeros &= c == '0';
        }
        return !onlyZeros;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    private static void hex(byte[] text, int at, long value) {
        for (int i = 0; i < 16; i++) {
            text[at + i] = (byte) HEX[(int) (value >>> (60 - 4 * i)) & 0xf];
        }
    }
}
