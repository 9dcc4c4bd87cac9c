package dev.smartdoctor.gateway.proxy;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Problem;
import dev.smartdoctor.gateway.route.Route;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * One request to a service and its answer, passed on as they come, each side waiting for the other. A request is repeated at
 * most once, and only if it is safe to, has no body, and nothing of an answer has come.
 */
final class Relay {
    private static final long SILENT_READER_NANOS = 60_000_000_000L;

    Relay next;
    Relay previous;

    private final Exchange exchange;
    private final Upstream upstream;
    private final Deadlines deadlines;
    private long deadline;
    private HttpClientRequest outgoing;
    private HttpServerResponse answer;
    private boolean requestDone;
    private boolean repeated;
    private boolean over;
    private long bodyBytes;
    private long silentSince;

    Relay(Exchange exchange, Upstream upstream, Deadlines deadlines) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.deadlines = deadlines;
        this.deadline = exchange.startedNanos() + exchange.route().deadline().toNanos();
        this.requestDone = !exchange.hasBody();
    }

    void start() {
        deadlines.add(this);
        exchange.onCancel(this::cancel);
        connect();
    }

    void enforceDeadline(long now) {
        if (answer == null && now - deadline > 0) {
            cancel();
            exchange.refuseAndClose(Problem.unavailable());
        } else if (silentSince != 0 && now - silentSince > SILENT_READER_NANOS) {
            cancel();
            exchange.cut();
        }
    }

    private void connect() {
        upstream.request(exchange.request().method(), exchange.target()).onComplete(this::connected);
    }

    private void connected(AsyncResult<HttpClientRequest> result) {
        if (result.failed()) {
            failed(result.cause());
            return;
        }
        outgoing = result.result();
        if (over) {
            outgoing.reset();
            return;
        }
        exchange.outgoing().writeTo(outgoing.headers());
        outgoing.response().onComplete(this::answered);
        if (exchange.hasBody()) {
            outgoing.exceptionHandler(this::failed);
            sendBody();
        } else if (needsLength(exchange.request().method())) {
            outgoing.putHeader(HttpHeaders.CONTENT_LENGTH, "0").end();
        } else {
            outgoing.end();
        }
    }

    private static boolean needsLength(HttpMethod method) {
        return method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.PATCH;
    }

    private void sendBody() {
        HttpServerRequest request = exchange.request();
        long length = exchange.contentLength();
        if (length < 0) {
            outgoing.setChunked(true);
        } else {
            outgoing.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        }
        request.handler(part -> sendPart(part, length));
        request.endHandler(end -> {
            if (!requestDone && !over) {
                requestDone = true;
                outgoing.end();
            }
        });
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void sendPart(Buffer part, long length) {
        bodyBytes += part.length();
        if (over) {
            return;
        }
        Route route = exchange.route();
        if (bodyBytes > route.maxBody()) {
            cancel();
            exchange.refuseAndClose(Problem.ofStatus(413));
        } else if (bodyBytes == length) {
            requestDone = true;
            outgoing.end(part);
        } else {
            outgoing.write(part);
            if (outgoing.writeQueueFull()) {
                exchange.request().pause();
                outgoing.drainHandler(drained -> exchange.request().resume());
            }
        }
    }

    private void answered(AsyncResult<HttpClientResponse> result) {
        if (over) {
            return;
        }
        if (result.failed()) {
            failed(result.cause());
            return;
        }
        upstream.breaker().succeeded();
        HttpClientResponse response = result.result();
        answer = exchange.answer(response.statusCode());
        upstream.answers().copy(response.headers(), answer.headers());
        if (response.statusCode() == 204) {
            // It has no body, and so no length either (RFC 9110 §8.6), whatever the service says.
            answer.headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        String length = response.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length == null && hasBody(response)) {
            answer.setChunked(true);
        }
        long expected = length == null ? -1 : Long.parseLong(length);
        response.exceptionHandler(failure -> cutOff());
        response.handler(part -> passOn(response, part, expected));
        response.endHandler(end -> complete(null));
    }

    private boolean hasBody(HttpClientResponse response) {
        return exchange.request().method() != HttpMethod.HEAD && response.statusCode() != 204
                && response.statusCode() != 304;
    }

    private void passOn(HttpClientResponse response, Buffer part, long expected) {
        if (over) {
            return;
        }
        if (part.length() == expected) {
            complete(part);
            return;
        }
        answer.write(part);
        if (answer.writeQueueFull()) {
            response.pause();
            silentSince = System.nanoTime();
            answer.drainHandler(drained -> {
                silentSince = 0;
                response.resume();
            });
        }
    }

    private void complete(Buffer whole) {
        if (over) {
            return;
        }
        finish();
        if (whole == null) {
            answer.end();
        } else {
            answer.end(whole);
        }
        if (!requestDone) {
            exchange.closeAfterAnswer();
        }
        exchange.ended();
    }

    /** The service failed, or nobody could be sent to it, before anything of its answer came. */
    private void failed(Throwable cause) {
        if (over || answer != null) {
            return;
        }
        boolean full = cause instanceof ConnectionPoolTooBusyException;
        if (!full) {
            upstream.breaker().failed(System.nanoTime());
            if (!repeated && isRepeatable() && upstream.breaker().mayRepeat()) {
                repeated = true;
                connect();
                return;
            }
        }
        finish();
        exchange.refuse(Problem.unavailable());
    }

    private boolean isRepeatable() {
        return !exchange.hasBody() && exchange.route().isIdempotent();
    }

    private void cutOff() {
        if (!over) {
            finish();
            exchange.cut();
        }
    }

    private void cancel() {
        if (!over) {
            finish();
            if (outgoing != null) {
                outgoing.reset();
            }
        }
    }

    private void finish() {
        over = true;
        deadlines.remove(this);
    }
}
