package dev.smartdoctor.gateway.testing;

import java.util.Locale;
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
    public static final String ADDRESS_PROPERTY = "smart-doctor.testing.service-stand-in";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
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
            case "events" -> events(response);
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
            case "conflict" -> response.setStatusCode(409).putHeader("Content-Type", "application/problem+json")
                    .end("{\"code\":\"SLOT_TAKEN\"}");
            default -> echo(request);
        }
    }

    private void events(HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").write("event: token\ndata: 1\n\n");
        vertx.setTimer(1500, timer -> response.end("event: done\ndata: 2\n\n"));
    }

    private static void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers().names().forEach(
                    name -> headers.put(name.toLowerCase(Locale.ROOT), new JsonArray(request.headers().getAll(name))));
            case "throttled" -> response.setStatusCode(429).putHeader("RateLimit", "\"sign-in-account\";r=0;t=9")
                    .putHeader("RateLimit-Policy", "\"sign-in-account\";q=5;w=86400").end("{}");
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
