package dev.smartdoctor.gateway.security;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.Problem;
import io.vertx.core.http.HttpHeaders;

/**
 * Refuses every address that two readers could understand in two ways, and repairs none: what passes is the very string that
 * is authorised and forwarded.
 */
public final class PathCheck implements Interceptor {
    private static final String PATH_MARKS = "-_~!$&'()*+,=:@.";

    private static final boolean[] IN_PATH = allowed(PATH_MARKS);
    private static final boolean[] IN_QUERY = allowed(PATH_MARKS + "/?;[]{}|^`\"<>");

    @Override
    public Outcome handle(Exchange exchange) {
        String target = originForm(exchange);
        if (target == null || !isSafe(target)) {
            throw Problem.malformed();
        }
        exchange.checkedTarget(target);
        return Outcome.NEXT;
    }

    /** The absolute form is understood where it names the host of the Host header (RFC 9112 §3.2.2), and no other. */
    private static String originForm(Exchange exchange) {
        String target = exchange.request().uri();
        if (target.startsWith("/")) {
            return target;
        }
        String host = exchange.request().headers().get(HttpHeaders.HOST);
        for (String scheme : new String[]{ "http://", "https://" }) {
            if (target.startsWith(scheme) && target.startsWith(host, scheme.length())) {
                String rest = target.substring(scheme.length() + host.length());
                return rest.startsWith("/") && !host.isEmpty() ? rest : null;
            }
        }
        return null;
    }

    static boolean isSafe(String target) {
        int end = target.indexOf('?');
        end = end < 0 ? target.length() : end;
        return isSafePath(target, end) && isSafeQuery(target, end);
    }

    private static boolean isSafePath(String target, int end) {
        int segment = 1;
        if (target.isEmpty() || target.charAt(0) != '/') {
            return false;
        }
        for (int i = 1; i < end; i++) {
            char c = target.charAt(i);
            if (c == '/') {
                if (i == segment || isDots(target, segment, i)) {
                    return false;
                }
                segment = i + 1;
            } else if (c == '%') {
                if (!isHarmlessEscape(target, i, end)) {
                    return false;
                }
                i += 2;
            } else if (c > '~' || !IN_PATH[c]) {
                return false;
            }
        }
        return !isDots(target, segment, end);
    }

    private static boolean isSafeQuery(String target, int from) {
        for (int i = from; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '%') {
                int decoded = decode(target, i, target.length());
                if (decoded <= 0) {
                    return false;
                }
                i += 2;
            } else if (c > '~' || !IN_QUERY[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDots(String target, int from, int to) {
        int length = to - from;
        return length == 1 && target.charAt(from) == '.'
                || length == 2 && target.charAt(from) == '.' && target.charAt(from + 1) == '.';
    }

    /** Encoded slash, backslash, dot, percent, semicolon, controls and everything beyond ASCII have no place in our paths. */
    private static boolean isHarmlessEscape(String target, int at, int end) {
        int decoded = decode(target, at, end);
        return decoded >= ' ' && decoded < 0x7f && "/\\.%;".indexOf(decoded) < 0;
    }

    private static int decode(String target, int at, int end) {
        if (at + 2 >= end) {
            return -1;
        }
        int high = Character.digit(target.charAt(at + 1), 16);
        int low = Character.digit(target.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean[] allowed(String marks) {
        boolean[] allowed = new boolean[128];
        for (char c = 0; c < allowed.length; c++) {
            allowed[c] = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || marks.indexOf(c) >= 0;
        }
        return allowed;
    }
}
