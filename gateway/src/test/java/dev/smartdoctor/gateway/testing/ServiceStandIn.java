package dev.smartdoctor.gateway.testing;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A service that answers with what it was sent. The query's {@code answer=…} makes it behave otherwise; {@code /stand-in/…}
 * tells tests, who ask it directly, what it saw.
 */
public final class ServiceStandIn {
    public static final String TEXT = "{\"doctorName\":\"Dr. Ada Lovelace\",\"start\":\"2027-01-04T09:00:00+01:00\"},";
    public static final int FLOOD_KIB = 256 * 1024;
    public static final String ADDRESS_PROPERTY = "smart-doctor.testing.service-stand-in";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger poured = new AtomicInteger();
    /** Answers that wait for a test, and how they will end. */
    private final Map<HttpServerResponse, String> held = new ConcurrentHashMap<>();
    private HttpServer server;

    private ServiceStandIn() {
    }

    static ServiceStandIn start() {
        ServiceStandIn standIn = new ServiceStandIn();
        try {
            standIn.server = standIn.vertx.createHttpServer().requestHandler(standIn::answer).listen(0, "127.0.0.1")
                    .toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        System.setProperty(ADDRESS_PROPERTY, standIn.address());
        return standIn;
    }

    String address() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    void stop() {
        vertx.close();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/stand-in/seen" -> request.response().end(Integer.toString(seen.get()));
            case "/stand-in/cancelled" -> request.response().end(Integer.toString(cancelled.get()));
            case "/stand-in/poured" -> request.response().end(Integer.toString(poured.get()));
            case "/stand-in/release" -> {
                release();
                request.response().end("0");
            }
            case "/openapi" -> request.response().end(openApi());
            default -> {
                if (!request.path().equals("/")) {
                    // The status page asks for that by itself.
                    seen.incrementAndGet();
                }
                String wanted = request.getParam("answer", "echo");
                answer(request, wanted);
            }
        }
    }

    private void answer(HttpServerRequest request, String wanted) {
        HttpServerResponse response = request.response();
        switch (wanted) {
            case "events" -> hold(response.setChunked(true).putHeader("Content-Type", "text/event-stream"),
                    "event: token\ndata: 1\n\n", "event: done\ndata: 2\n\n");
            case "text" -> text(request);
            case "halves" -> hold(response.putHeader("Content-Length", "10"), "first", "other");
            case "flood" -> pour(response.setChunked(true));
            case "inside" -> response.putHeader("Server", "secret/1.0").putHeader("X-Powered-By", "secret")
                    .putHeader("X-User-Id", "someone").putHeader("ETag", "\"1\"").putHeader("Connection", "ETag")
                    .putHeader("Access-Control-Allow-Origin", "*").putHeader("Set-Cookie", "a=b")
                    .putHeader("Location", address() + "/api/appointments/1").end("{}");
            case "nothing" -> response.setStatusCode(204).putHeader("Content-Length", "0").end();
            case "cacheable" -> response.putHeader("Cache-Control", "public, max-age=60").end("{}");
            case "never" -> {
                response.exceptionHandler(gone -> cancelled.incrementAndGet());
                request.resume();
            }
            case "cut" -> {
                response.putHeader("Content-Length", "100").write("half");
                vertx.setTimer(50, timer -> request.connection().close());
            }
            case "hangup" -> request.connection().close();
            case "large" -> response.end(Buffer.buffer(new byte[5 * 1024 * 1024]));
            case "throttled" -> response.setStatusCode(429).putHeader("RateLimit", "\"sign-in-account\";r=0;t=9")
                    .putHeader("RateLimit-Policy", "\"sign-in-account\";q=5;w=86400").end("{}");
            case "conflict" -> response.setStatusCode(409).putHeader("Content-Type", "application/problem+json")
                    .end("{\"code\":\"SLOT_TAKEN\"}");
            default -> echo(request);
        }
    }

    /** So many {@code bytes} of a {@code type}, {@code how=chunked}, or {@code how=cut} in its midst. */
    private void text(HttpServerRequest request) {
        String body = TEXT.repeat(20_000).substring(0, Integer.parseInt(request.getParam("bytes")));
        String how = request.getParam("how", "whole");
        HttpServerResponse response = request.response()
                .setStatusCode(Integer.parseInt(request.getParam("status", "200")))
                .putHeader("Content-Type", request.getParam("type", "application/json"));
        if (request.getParam("etag") != null) {
            response.putHeader("ETag", '"' + request.getParam("etag") + '"');
        }
        if (how.equals("whole")) {
            response.end(body);
            return;
        }
        response.setChunked(true).write(body.substring(0, body.length() / 2));
        if (how.equals("cut")) {
            vertx.setTimer(50, timer -> request.connection().close());
        } else {
            response.end(body.substring(body.length() / 2));
        }
    }

    /** Sends the first part at once; the rest when a test says so, who has then seen what came of the first. */
    private void hold(HttpServerResponse response, String first, String last) {
        held.put(response, last);
        response.exceptionHandler(gone -> {
            if (held.remove(response) != null) {
                cancelled.incrementAndGet();
            }
        });
        response.write(first);
    }

    private void release() {
        Map.copyOf(held).forEach((response, last) -> {
            held.remove(response);
            response.end(last);
        });
    }

    /** As much as is taken from it, but no more than {@link #FLOOD_KIB}, where nobody stops it. */
    private void pour(HttpServerResponse response) {
        Buffer piece = Buffer.buffer(new byte[16 * 1024]);
        for (int i = 0; i < 16 && !response.closed() && !response.writeQueueFull() && poured.get() < FLOOD_KIB; i++) {
            response.write(piece);
            poured.addAndGet(16);
        }
        if (response.closed() || poured.get() >= FLOOD_KIB) {
            return;
        }
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> pour(response));
        } else {
            vertx.runOnContext(next -> pour(response));
        }
    }

    private static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers().names().forEach(
                    name -> headers.put(name.toLowerCase(Locale.ROOT), new JsonArray(request.headers().getAll(name))));
            JsonObject told = new JsonObject().put("method", request.method().name()).put("uri", request.uri())
                    .put("headers", headers).put("bodyBytes", body.length());
            request.response().putHeader("Content-Type", "application/json").end(told.toBuffer());
        });
    }

    private static Buffer openApi() {
        JsonObject operation = new JsonObject().put("responses", new JsonObject());
        return new JsonObject().put("paths",
                new JsonObject().put("/api/doctors", new JsonObject().put("get", operation)).put("/internal/token",
                        new JsonObject().put("post", operation)))
                .toBuffer();
    }
}
