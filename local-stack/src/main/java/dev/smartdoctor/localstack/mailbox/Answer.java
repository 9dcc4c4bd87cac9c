package dev.smartdoctor.localstack.mailbox;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;

/** One HTTP answer. Every answer forbids guessing its type and being kept. */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static final Answer NOT_FOUND = text(404, "404 page not found\n");

    private static final String POLICY = "Content-Security-Policy";

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type, "X-Content-Type-Options", "nosniff", "Cache-Control",
                "no-store", "Referrer-Policy", "no-referrer"), body);
    }

    static Answer text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", MailboxServer.utf8(body));
    }

    static Answer page(String html) {
        return of(200, "text/html; charset=utf-8", MailboxServer.utf8(html)).header(POLICY,
                "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'");
    }

    /** The HTML of a mail, which nobody has checked: it may look like anything, and do nothing. */
    static Answer frame(String html) {
        return of(200, "text/html; charset=utf-8", MailboxServer.utf8(html)).header(POLICY, "default-src 'none'; "
                + "style-src 'unsafe-inline'; img-src data:; sandbox " + MailPage.SANDBOX);
    }

    Answer header(String name, String value) {
        return new Answer(status, Stream.concat(headers.entrySet().stream(), Stream.of(Map.entry(name, value)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)), body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }
}
