package dev.smartdoctor.gateway.proxy;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;

/** Makes the proxies, one per event loop. */
@ApplicationScoped
public class ProxyFactory {
    private final ProxyConfig config;
    private final StreamGuard guard;

    ProxyFactory(ProxyConfig config, StreamGuard guard) {
        this.config = config;
        this.guard = guard;
    }

    /** @param loops among how many event loops the connections to the services are shared out */
    public Proxy onLoop(Vertx loop, int loops) {
        return new Proxy(loop, config, guard, loops);
    }
}
