package dev.smartdoctor.gateway.door;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.proxy.Proxy;
import dev.smartdoctor.gateway.proxy.ProxyFactory;
import dev.smartdoctor.gateway.ratelimit.RateLimits;
import dev.smartdoctor.gateway.security.ConnectionLimit;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.tracing.TracingPolicy;

/**
 * Opens a door per event loop once everything else has started, and closes them last: unready first, then nothing new, then
 * what is under way to its end. The listening server is the gateway's own and not Quarkus' router, which would double the cost
 * of a request.
 */
@ApplicationScoped
public class Doors {
    private static final Logger LOG = Logger.getLogger(Doors.class);
    private static final int LAST = 10_000;
    private static final int OPENING_SECONDS = 30;
    private static final int BACKLOG = 1024;

    private final Vertx vertx;
    private final DoorConfig config;
    private final ProxyFactory proxyFactory;
    private final Interceptors interceptors;
    private final RateLimits limits;
    private final RequestMetrics metrics;
    private final ConnectionLimit connections;
    private final List<FrontDoor> open = new CopyOnWriteArrayList<>();
    private Certificate certificate;
    private volatile boolean ready;

    Doors(Vertx vertx, DoorConfig config, ProxyFactory proxyFactory, Interceptors interceptors, RateLimits limits,
            RequestMetrics metrics) {
        this.vertx = vertx;
        this.config = config;
        this.proxyFactory = proxyFactory;
        this.interceptors = interceptors;
        this.limits = limits;
        this.metrics = metrics;
        this.connections = new ConnectionLimit(limits.policy().connectionsPerAddress());
    }

    void start(@Observes @Priority(LAST) StartupEvent event) throws Exception {
        if (config.certificate().isPresent() && config.key().isPresent()) {
            certificate = new Certificate(vertx, config.certificate().get(), config.key().get());
            vertx.setPeriodic(config.renewal().toMillis(), timer -> renew());
            await(vertx.deployVerticle(new RedirectToTls(plainOptions(config.port()), config.securePort())));
        }
        await(vertx.deployVerticle(this::newDoor, new DeploymentOptions().setInstances(config.effectiveLoops())));
        ready = true;
        LOG.infof("The gateway listens on port %d%s", port(), certificate == null ? "" : " (TLS)");
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws Exception {
        ready = false;
        long until = System.nanoTime() + config.drain().toNanos();
        while (busy() > 0 && System.nanoTime() - until < 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The port that was asked for, or the one that was free. */
    public int port() {
        return open.get(0).server().actualPort();
    }

    /** Whether requests are welcome. */
    public boolean isReady() {
        return ready;
    }

    DoorConfig config() {
        return config;
    }

    RequestMetrics metrics() {
        return metrics;
    }

    Proxy newProxy(Vertx loop) {
        return proxyFactory.onLoop(loop, config.effectiveLoops());
    }

    List<Interceptor> interceptors(Proxy proxy) {
        return interceptors.inOrder(proxy);
    }

    /** Proxies may hold as many connections as they like: each stands for many clients. */
    boolean letIn(String peer) {
        return limits.proxies().trusts(peer) || connections.opened(peer);
    }

    void left(String peer) {
        if (!limits.proxies().trusts(peer)) {
            connections.closed(peer);
        }
    }

    HttpServerOptions serverOptions() {
        if (certificate == null) {
            return plainOptions(config.port());
        }
        return plainOptions(config.securePort()).setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(certificate));
    }

    private HttpServerOptions plainOptions(int port) {
        // A negative port is a free one that all event loops share.
        return new HttpServerOptions().setHost(config.host()).setPort(port == 0 ? -1 : port).setAcceptBacklog(BACKLOG)
                .setHttp2ClearTextEnabled(false).setUseAlpn(false).setCompressionSupported(false)
                .setHandle100ContinueAutomatically(false).setMaxInitialLineLength(16 * 1024)
                .setMaxHeaderSize(32 * 1024).setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false).setTracingPolicy(TracingPolicy.IGNORE);
    }

    private FrontDoor newDoor() {
        FrontDoor door = new FrontDoor(this);
        open.add(door);
        return door;
    }

    private void renew() {
        vertx.executeBlocking(certificate::renew).onSuccess(renewed -> {
            if (renewed) {
                LOG.info("The certificate was renewed");
            }
        }).onFailure(bad -> LOG.error("The renewed certificate cannot be used; the former one stays", bad));
    }

    private long busy() throws Exception {
        long sum = 0;
        for (FrontDoor door : open) {
            sum += await(door.busy());
        }
        return sum;
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(OPENING_SECONDS, TimeUnit.SECONDS);
    }
}
