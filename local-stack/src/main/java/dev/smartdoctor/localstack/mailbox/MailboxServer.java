package dev.smartdoctor.localstack.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The mailbox's door: the page and the API. It listens on the loopback and answers only to names of the loopback, so that
 * no web page of elsewhere can read mails by giving its own name our address.
 */
final class MailboxServer implements AutoCloseable {

    private static final Pattern VIEW = Pattern.compile("/view/([0-9A-Za-z]+)(\\.html)?");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int THREADS = 4;

    private final HttpServer http;
    private final MailStore store;
    private final MailboxApi api;

    MailboxServer(int port, MailStore store) throws IOException {
        this.store = store;
        this.api = new MailboxApi(store);
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "mailbox-http");
            thread.setDaemon(true);
            return thread;
        }));
        http.createContext("/", this::handle);
    }

    void start() {
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        } catch (IOException e) {
            throw e; // the client has gone
        } catch (RuntimeException e) {
            System.err.println("Request " + exchange.getRequestURI().getPath() + " failed: " + e);
            Answer.text(500, "The mailbox failed; its log says why\n").send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!isOwnName(exchange.getRequestHeaders().getFirst("Host"))) {
            return Answer.text(403, "The mailbox answers to localhost only\n");
        }
        if (path.startsWith("/api/")) {
            return api.answer(exchange, path);
        }
        return exchange.getRequestMethod().equals("GET")
                ? page(exchange, path)
                : Answer.text(405, "Only GET here\n").header("Allow", "GET");
    }

    private Answer page(HttpExchange exchange, String path) throws IOException {
        Matcher view = VIEW.matcher(path);
        if (view.matches()) {
            return view(view.group(1), view.group(2) != null);
        }
        return switch (path) {
            case "/" -> list(MailboxApi.parameter(exchange, "query").orElse(""));
            case "/mailbox.css" -> Answer.of(200, "text/css", resource("mailbox.css"));
            case "/livez", "/readyz" -> Answer.text(200, "ok");
            default -> Answer.NOT_FOUND;
        };
    }

    private Answer list(String query) {
        List<Mail> found = store.newestFirst().stream().filter(MailSearch.parse(query)).toList();
        return Answer.page(MailPage.list(found, query));
    }

    private Answer view(String id, boolean frame) throws IOException {
        Optional<Mail> mail = store.find(id);
        if (mail.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        if (frame) {
            return Answer.frame(MailPage.frame(mail.get()));
        }
        store.markRead(mail.get());
        return Answer.page(MailPage.message(mail.get()));
    }

    private static boolean isOwnName(String host) {
        return host != null && OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = MailboxServer.class.getResourceAsStream(name)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
