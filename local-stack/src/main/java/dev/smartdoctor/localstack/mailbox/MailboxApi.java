package dev.smartdoctor.localstack.mailbox;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;

/** The part of Mailpit's API that is promised: list, search, read, attachments, delete. */
final class MailboxApi {

    private static final Pattern MESSAGE = Pattern.compile("/api/v1/message/([0-9A-Za-z]+)(/raw|/part/([0-9.]+))?");
    private static final Set<String> ACTIVE_TYPES = Set.of("text/html", "text/xml", "application/xhtml+xml",
            "image/svg+xml", "application/xml", "text/xsl");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_BODY = 1 << 20;

    private final MailStore store;
    private final JsonMapper json = new JsonMapper();

    MailboxApi(MailStore store) {
        this.store = store;
    }

    Answer answer(HttpExchange exchange, String path) throws IOException {
        Matcher message = MESSAGE.matcher(path);
        if (message.matches()) {
            return exchange.getRequestMethod().equals("GET") ? message(message) : notAllowed("GET");
        }
        return switch (path) {
            case "/api/v1/messages" -> messages(exchange);
            case "/api/v1/search" -> search(exchange);
            default -> Answer.NOT_FOUND;
        };
    }

    private Answer messages(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "GET" -> list(exchange, all());
            case "DELETE" -> {
                store.remove(idsToDelete(exchange));
                yield Answer.text(200, "ok");
            }
            default -> notAllowed("GET, DELETE");
        };
    }

    private Answer search(HttpExchange exchange) throws IOException {
        String query = parameter(exchange, "query").orElse("").strip();
        if (query.isEmpty()) {
            return Answer.text(400, "Error: no search query");
        }
        List<Mail> found = all().stream().filter(MailSearch.parse(query)).toList();
        return switch (exchange.getRequestMethod()) {
            case "GET" -> list(exchange, found);
            case "DELETE" -> {
                store.remove(found.stream().map(Mail::id).toList());
                yield Answer.text(200, "ok");
            }
            default -> notAllowed("GET, DELETE");
        };
    }

    private Answer list(HttpExchange exchange, List<Mail> found) throws IOException {
        return json(MailpitJson.list(all(), found, number(exchange, "start", 0),
                number(exchange, "limit", DEFAULT_LIMIT)));
    }

    private Answer message(Matcher path) throws IOException {
        String id = path.group(1).equals("latest")
                ? all().stream().map(Mail::id).findFirst().orElse("")
                : path.group(1);
        if ("/raw".equals(path.group(2))) {
            return store.raw(id).map(raw -> Answer.of(200, "text/plain; charset=utf-8", raw)).orElse(Answer.NOT_FOUND);
        }
        Optional<Mail> mail = store.find(id);
        if (mail.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        if (path.group(3) != null) {
            return mail.get().attachments().stream().filter(each -> each.partId().equals(path.group(3))).findFirst()
                    .map(MailboxApi::download).orElse(Answer.NOT_FOUND);
        }
        store.markRead(mail.get());
        return json(MailpitJson.message(mail.get()));
    }

    /** As Mailpit: what a browser could run is only ever offered as a file. */
    private static Answer download(Attachment attachment) {
        boolean active = ACTIVE_TYPES.contains(attachment.contentType());
        String name = URLEncoder.encode(attachment.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return Answer.of(200, active ? "application/octet-stream" : attachment.contentType(), attachment.content())
                .header("Content-Disposition", (active ? "attachment" : "inline") + "; filename=\"" + name + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private List<String> idsToDelete(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        JsonNode ids = body.length == 0 ? null : parse(body).get("IDs");
        if (ids == null || ids.isEmpty()) {
            return all().stream().map(Mail::id).toList();
        }
        return ids.valueStream().map(JsonNode::asText).toList();
    }

    private JsonNode parse(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.createObjectNode(); // as Mailpit: without ids, all mails
        }
    }

    private Answer json(Object value) throws JsonProcessingException {
        return Answer.of(200, "application/json", json.writeValueAsBytes(value));
    }

    private List<Mail> all() {
        return List.copyOf(store.newestFirst());
    }

    private static Answer notAllowed(String allowed) {
        return Answer.text(405, "Method not allowed\n").header("Allow", allowed);
    }

    private static int number(HttpExchange exchange, String name, int fallback) {
        return parameter(exchange, name).filter(text -> text.matches("\\d{1,9}")).map(Integer::parseInt)
                .orElse(fallback);
    }

    static Optional<String> parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&")).filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                        .findFirst();
    }
}
