package dev.smartdoctor.gateway.ratelimit;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** Puts the limits together from their settings and keeps their books tidy. */
@ApplicationScoped
public class RateLimits {
    private static final Logger LOG = Logger.getLogger(RateLimits.class);
    private static final long STARTING_MILLIS = 1000;
    private static final long SWEEP_MILLIS = 500;

    private final RateLimitPolicy policy;
    private final RedisQuota quota;
    private final Limiter limiter;
    private final AddressLimit addressLimit;
    private final UserLimit userLimit;
    private final TrustedProxies proxies;
    private final Vertx vertx;

    RateLimits(RateLimitConfig config, Vertx vertx, Redis redis) {
        this.vertx = vertx;
        this.policy = new RateLimitPolicy(config.perMinute());
        this.proxies = new TrustedProxies(config.trustedProxies().orElse(List.of()));
        this.quota = new RedisQuota(vertx, redis, config.patience());
        this.limiter = new Limiter(vertx, quota, config.replicas());
        this.addressLimit = new AddressLimit(limiter, policy, proxies);
        this.userLimit = new UserLimit(limiter, policy, addressLimit);
    }

    /** Awaited before the doors open, as long as Redis answers soon. */
    void start(@Observes StartupEvent event) throws InterruptedException {
        CountDownLatch prepared = new CountDownLatch(1);
        quota.prepare().onComplete(ready -> prepared.countDown());
        if (!prepared.await(STARTING_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.warn("Redis does not answer yet: the gateway starts without it");
        }
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
