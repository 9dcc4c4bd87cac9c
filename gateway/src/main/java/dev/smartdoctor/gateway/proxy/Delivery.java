package dev.smartdoctor.gateway.proxy;

import dev.smartdoctor.gateway.compression.AcceptEncoding;
import dev.smartdoctor.gateway.compression.CompressionPolicy;
import dev.smartdoctor.gateway.compression.Gzip;
import dev.smartdoctor.gateway.exchange.Exchange;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * One answer on its way from the service to the client: every part goes on as it comes, an event of a stream as much as a
 * piece of a list, and each side waits for the other. Nothing of it is collected here.
 */
final class Delivery {
    private static final long SILENT_READER_NANOS = 60_000_000_000L;
    /** The service watches its streams too, and can tell in an event why one ends; it is left the time to. */
    private static final long LAST_WORDS_NANOS = 1_000_000_000L;
    private static final String EVENT_STREAM = "text/event-stream";

    private final Exchange exchange;
    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final Runnable onEnd;
    private long expected;
    private Gzip gzip;
    private boolean over;
    /** HTTP/1.0 knows no chunks: without a length nothing else tells where the body ends. */
    private boolean endsWithTheConnection;
    private long silentSince;
    private long callerOverSince;

    /** @param onEnd told once, after the last part was written */
    Delivery(Exchange exchange, HttpClientResponse from, Runnable onEnd) {
        this.exchange = exchange;
        this.from = from;
        this.to = exchange.answer(from.statusCode());
        this.onEnd = onEnd;
    }

    /** @param onCut told where the service breaks off */
    void start(AnswerRebuild answers, Runnable onCut) {
        answers.copy(from.headers(), to.headers());
        if (from.statusCode() == 204) {
            // It has no body, and so no length either (RFC 9110 §8.6), whatever the service says.
            to.headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        String length = from.headers().get(HttpHeaders.CONTENT_LENGTH);
        expected = length == null ? -1 : Long.parseLong(length);
        chooseCoding();
        if (length == null && hasBody()) {
            to.setChunked(true);
            endsWithTheConnection = isHttp10();
        }
        from.exceptionHandler(failure -> {
            if (!over) {
                onCut.run();
            }
        });
        from.handler(this::passOn);
        from.endHandler(end -> complete(null));
    }

    /** Passes nothing on any more. */
    void stop() {
        if (!over && gzip != null) {
            gzip.giveUp();
        }
        over = true;
    }

    /** Whether the client has read nothing for so long that nobody can be there. */
    boolean isUnread(long now) {
        return silentSince != 0 && now - silentSince > SILENT_READER_NANOS;
    }

    /** Whether it goes on although its caller's session or token is over, and the service has not ended it by itself. */
    boolean outlivesItsCaller(long now, StreamGuard guard) {
        if (callerOverSince == 0) {
            if (guard.isOver(exchange.caller(), isEndless())) {
                callerOverSince = now;
            }
            return false;
        }
        return now - callerOverSince > LAST_WORDS_NANOS;
    }

    private boolean isEndless() {
        String type = to.headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(EVENT_STREAM);
    }

    /** Answers to HEAD get the headers that GET would get. */
    private void chooseCoding() {
        MultiMap headers = to.headers();
        if (!exchange.route().isCompressible() || isHttp10()
                || !CompressionPolicy.applies(from.statusCode(), headers::get, expected)) {
            return;
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (AcceptEncoding.allows(exchange.request().headers(), "gzip")) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            gzip = hasBody() ? Gzip.quick() : null;
        }
    }

    private boolean isHttp10() {
        return exchange.request().version() == HttpVersion.HTTP_1_0;
    }

    private boolean hasBody() {
        return exchange.request().method() != HttpMethod.HEAD && from.statusCode() != 204 && from.statusCode() != 304;
    }

    private void passOn(Buffer part) {
        if (over) {
            return;
        }
        if (part.length() == expected) {
            complete(part);
            return;
        }
        if (gzip != null && !to.headWritten()) {
            to.setChunked(true);
        }
        to.write(gzip == null ? part : gzip.add(part));
        if (to.writeQueueFull()) {
            from.pause();
            silentSince = System.nanoTime();
            to.drainHandler(drained -> {
                silentSince = 0;
                from.resume();
            });
        }
    }

    private void complete(Buffer last) {
        if (over) {
            return;
        }
        over = true;
        Buffer rest = gzip == null ? last : gzip.finish(last);
        Future<Void> written = rest == null ? to.end() : to.end(rest);
        if (endsWithTheConnection) {
            written.onComplete(sent -> exchange.connection().close());
        }
        onEnd.run();
    }
}
