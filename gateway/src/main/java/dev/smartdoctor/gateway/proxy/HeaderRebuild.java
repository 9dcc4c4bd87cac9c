package dev.smartdoctor.gateway.proxy;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.OutgoingHeaders;
import dev.smartdoctor.gateway.route.Service;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * Writes the headers for the service from nothing: what is on the list is copied, what tells of the way is written anew from
 * what we know ourselves, and the token goes along only if it was found good. Identity never travels in a header of its own.
 */
public final class HeaderRebuild implements Interceptor {
    private static final HeaderList ALLOWED = new HeaderList("accept", "accept-language", "content-type",
            "idempotency-key", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "last-event-id",
            "origin", "tracestate", "user-agent", "x-requested-with");
    private static final AsciiString AUTHORIZATION = AsciiString.cached("authorization");
    private static final AsciiString COOKIE = AsciiString.cached("cookie");
    private static final AsciiString FORWARDED_FOR = AsciiString.cached("x-forwarded-for");
    private static final AsciiString FORWARDED_HOST = AsciiString.cached("x-forwarded-host");
    private static final AsciiString FORWARDED_PROTO = AsciiString.cached("x-forwarded-proto");
    private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
    private static final AsciiString TRACEPARENT = AsciiString.cached("traceparent");
    private static final AsciiString DEADLINE = AsciiString.cached("x-deadline-ms");

    @Override
    public Outcome handle(Exchange exchange) {
        if (exchange.route().service() == null) {
            return Outcome.NEXT;
        }
        MultiMap given = exchange.request().headers();
        OutgoingHeaders outgoing = exchange.outgoing();
        copyAllowed(given, outgoing);
        if (exchange.caller() != null) {
            outgoing.add(AUTHORIZATION, "Bearer " + exchange.caller().compact());
        }
        if (exchange.route().service() == Service.AUTH) {
            // The refresh token's cookie concerns auth-service, and nobody else.
            given.getAll(HttpHeaders.COOKIE).forEach(cookie -> outgoing.add(COOKIE, cookie));
        }
        String host = given.get(HttpHeaders.HOST);
        outgoing.add(FORWARDED_FOR, exchange.clientAddress());
        outgoing.add(FORWARDED_HOST, host);
        outgoing.add(FORWARDED_PROTO, exchange.isSecure() ? "https" : "http");
        outgoing.add(REQUEST_ID, exchange.requestId());
        outgoing.add(TRACEPARENT, exchange.traceparent());
        outgoing.add(DEADLINE, Long.toString(millisLeft(exchange)));
        return Outcome.NEXT;
    }

    /** The budget that the services share, as the platform's Deadline reads it; the relay gives up at the same moment. */
    private static long millisLeft(Exchange exchange) {
        long taken = System.nanoTime() - exchange.startedNanos();
        return Math.max(0, exchange.route().deadline().toMillis() - taken / 1_000_000);
    }

    private static void copyAllowed(MultiMap given, OutgoingHeaders outgoing) {
        Set<String> hopByHop = HopByHop.namedBy(given);
        Iterator<Map.Entry<CharSequence, CharSequence>> headers = ((io.netty.handler.codec.http.HttpHeaders) given)
                .iteratorCharSequence();
        while (headers.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = headers.next();
            AsciiString name = ALLOWED.find(header.getKey());
            if (name != null && (hopByHop.isEmpty() || !hopByHop.contains(name.toString()))) {
                outgoing.add(name, header.getValue());
            }
        }
    }
}
