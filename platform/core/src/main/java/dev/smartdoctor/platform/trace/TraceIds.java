package dev.smartdoctor.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The trace that the current work belongs to, in the forms of W3C Trace Context. */
public final class TraceIds {
    private static final String NONE = "00000000000000000000000000000000";

    private TraceIds() {
    }

    /** 32 hexadecimal digits; all zero outside of any trace. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : NONE;
    }

    /** The {@code traceparent} header value, or null outside of any trace. */
    public static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
                : null;
    }
}
