package dev.smartdoctor.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client of the HTTP interface, signed in or not. Immutable: {@link #with} and {@link #signIn} answer another one. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private static volatile Watcher watcher = (method, address, answer) -> {
    };

    private final URI base;
    private final Map<String, String> headers;

    private Api(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** Is shown what every request was answered. */
    @FunctionalInterface
    public interface Watcher {
        void saw(String method, URI address, Answer answer);
    }

    /** Shows this one every answer, whoever asks, for as long as that runs. */
    public static void watched(Watcher by, Runnable requests) {
        Watcher before = watcher;
        watcher = by;
        try {
            requests.run();
        } finally {
            watcher = before;
        }
    }

    public static Api at(URI base) {
        return new Api(base, Map.of());
    }

    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, Map.copyOf(more));
    }

    public Api withToken(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    public Api signIn(String email, String password) {
        return withToken(
                post("/api/auth/login", Map.of("email", email, "password", password)).expect(200).at("accessToken"));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, write(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, write(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Any method with a body as it stands, well formed or not. */
    public Answer send(String method, String path, String body) {
        try {
            return sendOnce(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #send}, for tests in which the other side may die. */
    public Answer sendOnce(String method, String path, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            if (!headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            request.method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        try {
            Answer answer = Answer
                    .of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
            watcher.saw(method, base.resolve(path), answer);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
