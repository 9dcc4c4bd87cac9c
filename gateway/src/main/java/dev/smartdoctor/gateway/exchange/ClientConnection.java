package dev.smartdoctor.gateway.exchange;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;

/** One client's connection: its peer, the request under way, and what interceptors remember from one request to the next. */
public final class ClientConnection {
    private static final long LINGER_MILLIS = 1000;

    final Object[] slots = new Object[Slot.COUNT];
    private final Vertx vertx;
    private final HttpConnection connection;
    private final Runnable discardInput;
    private final String peer;
    private final boolean secure;
    private Exchange current;
    private Runnable onClosed;

    /** @param discardInput makes whatever the client still sends be thrown away unread */
    public ClientConnection(Vertx vertx, HttpConnection connection, Runnable discardInput) {
        this.vertx = vertx;
        this.connection = connection;
        this.discardInput = discardInput;
        this.peer = connection.remoteAddress() == null ? "" : connection.remoteAddress().hostAddress();
        this.secure = connection.isSsl();
        connection.closeHandler(closed -> leave());
    }

    /** The address of whoever opened the connection: the client or a proxy before us. */
    public String peer() {
        return peer;
    }

    public boolean isSecure() {
        return secure;
    }

    public void close() {
        connection.close();
    }

    /** Closes after the answer, leaving the client a moment to read it although it may still be sending. */
    void closeAfterAnswer() {
        discardInput.run();
        vertx.setTimer(LINGER_MILLIS, timer -> connection.close());
    }

    /** The framing of the request under way cannot be trusted any more. */
    public void doubt() {
        Exchange exchange = current;
        if (exchange == null || exchange.isAnswered()) {
            connection.close();
        } else {
            exchange.cancelUpstream();
            exchange.refuseAndClose(Problem.malformed());
        }
    }

    /** Whether a request is under way. */
    public boolean isBusy() {
        return current != null;
    }

    void begin(Exchange exchange) {
        current = exchange;
    }

    void end(Exchange exchange) {
        if (current == exchange) {
            current = null;
        }
    }

    public void onClosed(Runnable closed) {
        onClosed = closed;
    }

    private void leave() {
        Exchange exchange = current;
        current = null;
        if (exchange != null) {
            exchange.cancelUpstream();
            exchange.abandoned();
        }
        if (onClosed != null) {
            onClosed.run();
        }
    }
}
