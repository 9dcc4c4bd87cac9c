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

/**
 * One request to a service, passed on as it comes, each side waiting for the other, until the answer is on its way. A request
 * is repeated at most once, and only if it is safe to, has no body, and nothing of an answer has come.
 */
final class Relay {
    Relay next;
    Relay previous;

    private final Exchange exchange;
    private final Upstream upstream;
    private final Deadlines deadlines;
    private final StreamGuard guard;
    private long deadline;
    private HttpClientRequest outgoing;
    private Delivery answer;
    private boolean requestDone;
    private boolean repeated;
    private boolean over;
    private long bodyBytes;

    Relay(Exchange exchange, Upstream upstream, Deadlines deadlines, StreamGuard guard) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.deadlines = deadlines;
        this.guard = guard;
        this.deadline = exchange.startedNanos() + exchange.route().deadline().toNanos();
        this.requestDone = !exchange.hasBody();
    }

    void start() {
        deadlines.add(this);
        exchange.onCancel(this::cancel);
        connect();
    }

    void enforceDeadline(long now) {
        if (answer == null) {
            if (now - deadline > 0) {
                cancel();
                exchange.refuseAndClose(Problem.unavailable());
            }
        } else if (answer.isUnread(now) || answer.outlivesItsCaller(now, guard)) {
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
            if (exchange.isAnswered()) {
                exchange.cut();
            } else {
                exchange.refuseAndClose(Problem.ofStatus(413));
            }
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
        answer = new Delivery(exchange, result.result(), this::delivered);
        answer.start(upstream.answers(), this::cutOff);
    }

    private void delivered() {
        finish();
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
        finish();
        exchange.cut();
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
        if (answer != null) {
            answer.stop();
        }
        deadlines.remove(this);
    }
}
