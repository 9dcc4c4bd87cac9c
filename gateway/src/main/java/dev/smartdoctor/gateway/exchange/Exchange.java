package dev.smartdoctor.gateway.exchange;

import org.jboss.logging.Logger;

import dev.smartdoctor.gateway.route.Route;
import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.security.VerifiedToken;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * One request and what the interceptors learnt of it so far. It belongs to one event loop and is never shared between threads.
 * {@link #target} is the very string that was checked, and the one that is forwarded.
 */
public final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final long DRAINED_ON_REFUSAL = 64 * 1024;

    private final HttpServerRequest request;
    private final ClientConnection connection;
    private final Course course;
    private final long startedNanos = System.nanoTime();
    private final boolean body;
    private final OutgoingHeaders outgoing = new OutgoingHeaders();
    private String target;
    private String path;
    private String traceparent;
    private String requestId;
    private Route route;
    private String clientAddress;
    private boolean secure;
    private VerifiedToken caller;
    private String[] answerHeaders;
    private Runnable cancelUpstream;
    private boolean answered;
    private boolean ended;
    private int step;

    public Exchange(HttpServerRequest request, ClientConnection connection, Course course) {
        this.request = request;
        this.connection = connection;
        this.course = course;
        this.secure = connection.isSecure();
        this.body = declaresBody(request.headers());
        connection.begin(this);
        if (body) {
            // Until somebody wants it; the checks in between may take a while.
            request.pause();
        }
    }

    /** Gives the request to the interceptors, from where it stands. */
    public void proceed() {
        course.run(this, step);
    }

    public void standsAt(int nextStep) {
        step = nextStep;
    }

    /** Answers with a problem body, once; a client that is still sending much is hung up on afterwards. */
    public void refuse(ApiException problem) {
        if (answered) {
            return;
        }
        if (body && (contentLength() < 0 || contentLength() > DRAINED_ON_REFUSAL)) {
            refuseAndClose(problem);
        } else {
            write(problem);
        }
    }

    /** As {@link #refuse}, and the connection is not used again. */
    public void refuseAndClose(ApiException problem) {
        if (answered) {
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        write(problem);
        connection.closeAfterAnswer();
    }

    /** For a fault of our own: logged with its trace, told without any text of it. */
    public void fail(Throwable fault) {
        LOG.errorf(fault, "Request failed: trace %s", traceId());
        if (answered) {
            connection.close();
        } else {
            refuse(Problem.internal());
        }
    }

    /** Starts the answer with what every answer carries; the caller adds its own headers and ends it. */
    public HttpServerResponse answer(int status) {
        answered = true;
        HttpServerResponse response = request.response().setStatusCode(status);
        MultiMap headers = response.headers();
        AnswerHeaders.write(headers, this);
        if (answerHeaders != null) {
            for (int i = 0; i < answerHeaders.length; i += 2) {
                headers.add(answerHeaders[i], answerHeaders[i + 1]);
            }
        }
        return response;
    }

    /** To be called when the answer is complete. */
    public void ended() {
        if (!ended) {
            ended = true;
            connection.end(this);
            course.ended(this, request.response().getStatusCode());
        }
    }

    /** The answer cannot be completed: the client must see that it is cut. */
    public void cut() {
        connection.close();
        ended();
    }

    /** For an answer that was given before the request was read to its end. */
    public void closeAfterAnswer() {
        connection.closeAfterAnswer();
    }

    void abandoned() {
        answered = true;
        if (!ended) {
            ended = true;
            course.ended(this, CLIENT_CLOSED);
        }
    }

    void cancelUpstream() {
        Runnable cancel = cancelUpstream;
        cancelUpstream = null;
        if (cancel != null) {
            cancel.run();
        }
    }

    private void write(ApiException problem) {
        HttpServerResponse response = answer(problem.status());
        response.headers().set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        String instance = path == null ? "/" : path;
        response.end(Problem.body(problem, instance, traceId()));
        if (body) {
            request.handler(ignored -> {
            });
            request.resume();
        }
        ended();
    }

    private static boolean declaresBody(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length != null ? !length.equals("0") : headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** The status under which a request is counted whose client went away, as nginx counts it. */
    private static final int CLIENT_CLOSED = 499;

    /** The declared length, or -1 where the body is chunked or absent; the framing was checked before. */
    public long contentLength() {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    public boolean hasBody() {
        return body;
    }

    public boolean isAnswered() {
        return answered;
    }

    public boolean isEnded() {
        return ended;
    }

    public HttpServerRequest request() {
        return request;
    }

    public ClientConnection connection() {
        return connection;
    }

    public long startedNanos() {
        return startedNanos;
    }

    public OutgoingHeaders outgoing() {
        return outgoing;
    }

    public String target() {
        return target;
    }

    public String path() {
        return path;
    }

    /** @param checked origin form of the address, that passed the path check */
    public void checkedTarget(String checked) {
        target = checked;
        int query = checked.indexOf('?');
        path = query < 0 ? checked : checked.substring(0, query);
    }

    public String traceparent() {
        if (traceparent == null) {
            String given = request.headers().get("traceparent");
            traceparent = TraceContext.isValid(given) ? given : TraceContext.create();
        }
        return traceparent;
    }

    public String traceId() {
        return TraceContext.traceId(traceparent());
    }

    public String requestId() {
        return requestId == null ? traceId() : requestId;
    }

    public void requestId(String id) {
        requestId = id;
    }

    public Route route() {
        return route;
    }

    public void route(Route found) {
        route = found;
    }

    public String clientAddress() {
        return clientAddress;
    }

    /** @param overTls whether the client itself speaks TLS, to us or to a trusted proxy before us */
    public void client(String address, boolean overTls) {
        clientAddress = address;
        secure = overTls;
    }

    public boolean isSecure() {
        return secure;
    }

    /** Whose valid token came with the request, or null. */
    public VerifiedToken caller() {
        return caller;
    }

    public void caller(VerifiedToken token) {
        caller = token;
    }

    /** Names and values in turn, added to whatever answer is given. */
    public void answerHeaders(String... namesAndValues) {
        answerHeaders = namesAndValues;
    }

    /** What to do when the client goes away. */
    public void onCancel(Runnable cancel) {
        cancelUpstream = cancel;
    }
}
