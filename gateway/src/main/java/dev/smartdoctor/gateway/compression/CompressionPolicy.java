package dev.smartdoctor.gateway.compression;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Which answers gain by being compressed: text that is long enough. A stream of events does not (its events would wait for
 * each other), and neither does what must reach the client byte for byte: a strong {@code ETag} names these very bytes, and
 * clients give it back in {@code If-Match}.
 */
public final class CompressionPolicy {
    /** Below that one packet holds it either way. */
    public static final int LEAST_BYTES = 1024;

    private CompressionPolicy() {
    }

    /**
     * @param header gives an answer's header by its name, or null
     * @param length in bytes, or -1 where nobody knows it yet
     */
    public static boolean applies(int status, UnaryOperator<String> header, long length) {
        if (length >= 0 && length < LEAST_BYTES || status == 204 || status == 206 || status == 304) {
            return false;
        }
        return isText(header.apply("Content-Type")) && header.apply("Content-Encoding") == null
                && !isStrong(header.apply("ETag")) && mayTransform(header.apply("Cache-Control"));
    }

    static boolean isText(String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type = (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") && !type.equals("text/event-stream") || type.equals("application/json")
                || type.startsWith("application/") && type.endsWith("+json");
    }

    private static boolean isStrong(String etag) {
        return etag != null && !etag.startsWith("W/");
    }

    private static boolean mayTransform(String cacheControl) {
        return cacheControl == null || !cacheControl.contains("no-transform");
    }
}
