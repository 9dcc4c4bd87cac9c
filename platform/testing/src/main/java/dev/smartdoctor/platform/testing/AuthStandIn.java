package dev.smartdoctor.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for auth-service over real HTTP: the key set, service tokens and revocations as the real one answers them, and
 * whatever a test adds by {@link #stub}; and it remembers the reports of activity. Tests talk to it over HTTP too, since they may live in another class loader.
 */
public final class AuthStandIn {
    static final String ADDRESS_PROPERTY = "smart-doctor.testing.auth-stand-in";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Queue<String> activity = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private AuthStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4, work -> {
            Thread thread = new Thread(work, "auth-stand-in");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    static AuthStandIn start() {
        try {
            AuthStandIn standIn = new AuthStandIn();
            System.setProperty(ADDRESS_PROPERTY, standIn.address());
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    /** From now on this path (without query) answers so, until {@link #reset}. */
    public static void stub(String path, int status, String json) {
        try {
            control("PUT", JSON.writeValueAsString(Map.of("path", path, "status", status, "body", json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets everything stubbed. */
    public static void reset() {
        control("DELETE", "");
    }

    /** The bodies of the reports of activity taken so far. */
    public static List<String> activity() {
        String bodies = ask("GET", "/stand-in/activity", "", 200);
        return bodies.lines().toList();
    }

    private static void control(String method, String body) {
        ask(method, "/stand-in/stubs", body, 204);
    }

    private static String ask(String method, String path, String body, int status) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty(ADDRESS_PROPERTY) + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request,
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IllegalStateException("The stand-in answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = answers.get(path);
        if (path.equals("/stand-in/stubs")) {
            answer = changeStubs(exchange.getRequestMethod(), body);
        } else if (answer == null) {
            answer = builtIn(path, body);
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Answer changeStubs(String method, byte[] body) throws IOException {
        if (method.equals("DELETE")) {
            answers.clear();
        } else {
            JsonNode stub = JSON.readTree(body);
            answers.put(stub.get("path").asText(), new Answer(stub.get("status").asInt(), stub.get("body").asText()));
        }
        return new Answer(204, "");
    }

    private Answer builtIn(String path, byte[] body) throws IOException {
        return switch (path) {
            case "/.well-known/jwks.json" -> new Answer(200, TestKeys.keySet());
            case "/internal/revocations" -> new Answer(200, "{\"items\":[],\"asOf\":\"" + Instant.now() + "\"}");
            case "/internal/token" -> {
                JsonNode request = JSON.readTree(body);
                String token = TestTokens.service(request.get("audience").asText(), request.get("clientId").asText());
                yield new Answer(200, "{\"accessToken\":\"" + token + "\",\"expiresIn\":300}");
            }
            case "/internal/events/confirmations" -> new Answer(204, "");
            case "/internal/sessions/activity" -> {
                activity.add(new String(body, StandardCharsets.UTF_8));
                yield new Answer(204, "");
            }
            case "/stand-in/activity" -> new Answer(200, String.join("\n", activity));
            default -> new Answer(404, "{\"code\":\"NOT_FOUND\",\"status\":404}");
        };
    }
}
