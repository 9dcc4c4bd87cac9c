package dev.smartdoctor.gateway.proxy;

import java.util.EnumMap;
import java.util.Map;

import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.Problem;
import dev.smartdoctor.gateway.route.Service;
import io.vertx.core.Vertx;

/** The last step for what a service answers. One per event loop. */
public final class Proxy implements Interceptor {
    private final Map<Service, Upstream> upstreams = new EnumMap<>(Service.class);
    private final Deadlines deadlines = new Deadlines();
    private final StreamGuard guard;

    Proxy(Vertx vertx, ProxyConfig config, StreamGuard guard, int loops) {
        this.guard = guard;
        int connections = Math.max(1, config.connections() / loops);
        for (Service service : Service.values()) {
            upstreams.put(service, new Upstream(vertx, config.of(service), connections, config.waiting()));
        }
    }

    @Override
    public Outcome handle(Exchange exchange) {
        Upstream upstream = upstreams.get(exchange.route().service());
        if (upstream == null) {
            return Outcome.NEXT;
        }
        if (upstream.breaker().isOpen(System.nanoTime())) {
            throw Problem.unavailable();
        }
        Relay relay = new Relay(exchange, upstream, deadlines, guard);
        relay.start();
        return Outcome.TAKEN;
    }

    /** To be called a few times a second. */
    public void enforceDeadlines() {
        deadlines.enforce(System.nanoTime());
    }
}
