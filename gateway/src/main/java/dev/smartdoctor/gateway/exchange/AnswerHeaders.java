package dev.smartdoctor.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What every answer carries, errors and files too. The policy for pages lets them run only files of this origin: no inline
 * code, no foreign scripts, no framing.
 */
public final class AnswerHeaders {
    private static final CharSequence CONTENT_SECURITY_POLICY = name("content-security-policy");
    private static final CharSequence DATA_POLICY = name("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence PAGE_POLICY = name("default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; "
            + "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'");
    private static final CharSequence CONTENT_TYPE_OPTIONS = name("x-content-type-options");
    private static final CharSequence NO_SNIFF = name("nosniff");
    private static final CharSequence REFERRER_POLICY = name("referrer-policy");
    private static final CharSequence PERMISSIONS_POLICY = name("permissions-policy");
    /** Voice input and video visits are ours to ask for; nothing else is. */
    private static final CharSequence PERMISSIONS = name(
            "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()");
    private static final CharSequence OPENER_POLICY = name("cross-origin-opener-policy");
    private static final CharSequence RESOURCE_POLICY = name("cross-origin-resource-policy");
    private static final CharSequence SAME_ORIGIN = name("same-origin");
    private static final CharSequence STRICT_TRANSPORT = name("strict-transport-security");
    private static final CharSequence TWO_YEARS = name("max-age=63072000; includeSubDomains");
    private static final CharSequence REQUEST_ID = name("x-request-id");
    private static final CharSequence TRACEPARENT = name("traceparent");

    private AnswerHeaders() {
    }

    static void write(MultiMap headers, Exchange exchange) {
        headers.add(REQUEST_ID, exchange.requestId());
        headers.add(TRACEPARENT, exchange.traceparent());
        policies(headers);
        if (exchange.isSecure()) {
            headers.add(STRICT_TRANSPORT, TWO_YEARS);
        }
    }

    /** What an answer carries behind which no exchange stands, too. */
    public static void policies(MultiMap headers) {
        headers.add(CONTENT_SECURITY_POLICY, DATA_POLICY);
        headers.add(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        headers.add(REFERRER_POLICY, SAME_ORIGIN);
        headers.add(PERMISSIONS_POLICY, PERMISSIONS);
        headers.add(OPENER_POLICY, SAME_ORIGIN);
        headers.add(RESOURCE_POLICY, SAME_ORIGIN);
    }

    /** For answers that a browser shows as a page, or that belong to one. */
    public static void asPage(MultiMap headers) {
        headers.set(CONTENT_SECURITY_POLICY, PAGE_POLICY);
    }

    private static CharSequence name(String text) {
        return HttpHeaders.createOptimized(text);
    }
}
