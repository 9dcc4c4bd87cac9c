package dev.smartdoctor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.exchange.ClientConnection;
import dev.smartdoctor.gateway.exchange.Course;
import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.route.Access;
import dev.smartdoctor.gateway.route.Cost;
import dev.smartdoctor.gateway.route.Route;
import dev.smartdoctor.gateway.route.Service;
import dev.smartdoctor.platform.security.RevokedSessions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetSocket;

/** The deadline of a route, with one of this test's own and a service that says what the test tells it to. */
class RouteDeadlineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Long enough for a first connection on a busy machine, which would otherwise be given up before the service hears of it. */
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicReference<NetSocket> service = new AtomicReference<>();
    private final AtomicInteger hungUp = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger endedWith = new AtomicInteger();
    private volatile String saysAtOnce = "";
    private volatile Duration deadline = SHORT;
    private Proxy proxy;
    private int port;

    @BeforeEach
    void open() {
        int servicePort = join(vertx.createNetServer().connectHandler(socket -> {
            service.set(socket);
            socket.closeHandler(closed -> hungUp.incrementAndGet());
            socket.handler(asked -> socket.write(saysAtOnce));
        }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture()).actualPort();
        CompletableFuture<HttpServer> opened = new CompletableFuture<>();
        vertx.runOnContext(loop -> {
            StreamGuard guard = new StreamGuard(new RevokedSessions(), Clock.systemUTC());
            proxy = new Proxy(vertx, new OneService(URI.create("http://127.0.0.1:" + servicePort)), guard, 1);
            vertx.setPeriodic(10, timer -> {
                proxy.enforceDeadlines();
                looks.incrementAndGet();
            });
            vertx.createHttpServer().requestHandler(this::receive).listen(0, "127.0.0.1").toCompletionStage()
                    .whenComplete((server, failure) -> opened.complete(server));
        });
        port = join(opened).actualPort();
    }

    @AfterEach
    void close() {
        join(vertx.close().toCompletionStage().toCompletableFuture());
    }

    @Test
    void silentServiceIsGivenUpAtTheDeadline() {
        HttpResponse<String> answer = join(call());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("UNAVAILABLE");
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(endedWith).hasValue(503);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hungUp).as("the service is told").hasValue(1));
    }

    @Test
    void nobodyIsGivenUpBeforeTheDeadline() {
        deadline = Duration.ofHours(1);
        CompletableFuture<HttpResponse<String>> answer = call();
        await().atMost(PATIENCE).until(() -> service.get() != null);
        lookMoreOften(20);
        assertThat(answer).isNotDone();
        service.get().write(HALF + "other");
        assertThat(join(answer).body()).isEqualTo("firstother");
    }

    @Test
    void answerThatHasBegunMayTakeItsTime() {
        saysAtOnce = HALF;
        CompletableFuture<HttpResponse<String>> answer = call();
        await().atMost(PATIENCE).until(() -> service.get() != null);
        await().pollDelay(SHORT.multipliedBy(4)).until(() -> true);
        lookMoreOften(20);
        service.get().write("other");
        assertThat(join(answer).body()).isEqualTo("firstother");
    }

    private void lookMoreOften(int times) {
        int now = looks.get();
        await().atMost(PATIENCE).until(() -> looks.get() > now + times);
    }

    private CompletableFuture<HttpResponse<String>> call() {
        return HttpClient.newHttpClient().sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/doctors")).build(),
                BodyHandlers.ofString());
    }

    private void receive(HttpServerRequest request) {
        Exchange exchange = new Exchange(request, new ClientConnection(vertx, request.connection(), () -> {
        }), new Course() {
            @Override
            public void run(Exchange proceeding, int fromStep) {
                throw new IllegalStateException("nothing follows the proxy");
            }

            @Override
            public void ended(Exchange ended, int status) {
                endedWith.set(status);
            }
        });
        exchange.checkedTarget(request.uri());
        exchange.route(new Route("GET", "/api/doctors", Access.PUBLIC, Cost.READ, Service.APPOINTMENT, 0, deadline));
        proxy.handle(exchange);
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** All services are the same one. */
    private record OneService(URI address) implements ProxyConfig {
        @Override
        public URI auth() {
            return address;
        }

        @Override
        public URI appointment() {
            return address;
        }

        @Override
        public URI assistant() {
            return address;
        }

        @Override
        public URI notification() {
            return address;
        }

        @Override
        public int connections() {
            return 4;
        }

        @Override
        public int waiting() {
            return 4;
        }
    }
}
