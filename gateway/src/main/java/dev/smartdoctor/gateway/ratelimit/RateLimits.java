package dev.smartdoctor.gateway.ratelimit;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** Puts the limits together from their settings and keeps their books tidy. */
@ApplicationScoped
public class RateLimits {
    private static final long SWEEP_MILLIS = 500;

    private final RateLimitPolicy policy;
    private final Limiter limiter;
    private final AddressLimit addressLimit;
    private final UserLimit userLimit;
    private final TrustedProxies proxies;
    private final Vertx vertx;

    RateLimits(RateLimitConfig config, Vertx vertx, Redis redis) {
        this.vertx = vertx;
        this.policy = new RateLimitPolicy(config.perMinute());
        this.proxies = new TrustedProxies(config.trustedProxies().orElse(List.of()));
        this.limiter = new Limiter(vertx, new RedisQuota(vertx, redis, config.patience()), config.replicas());
        this.addressLimit = new AddressLimit(limiter, policy, proxies);
        this.userLimit = new UserLimit(limiter, policy, addressLimit);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(SWEEP_MILLIS, timer -> limiter.sweep());
    }

    public RateLimitPolicy policy() {
        return policy;
    }

    public AddressLimit ofAddress() {
        return addressLimit;
    }

    public UserLimit ofUser() {
        return userLimit;
    }

    public TrustedProxies proxies() {
        return proxies;
    }

    /** Whether limits are counted by this process alone, since Redis does not answer. */
    public boolean areLocal() {
        return limiter.isAlone();
    }
}
