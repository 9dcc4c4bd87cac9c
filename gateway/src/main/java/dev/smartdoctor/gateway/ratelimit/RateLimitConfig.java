package dev.smartdoctor.gateway.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits and whom they are counted for. */
@ConfigMapping(prefix = "gateway.rate-limit")
public interface RateLimitConfig {
    /** RATE_LIMIT_PER_MINUTE: changes and costly calls of one user; everything else follows from it. */
    @WithDefault("60")
    int perMinute();

    /** GATEWAY_REPLICAS: by how many the quota is shared while Redis is away. */
    @WithDefault("1")
    int replicas();

    /** TRUSTED_PROXIES: addresses or networks (CIDR) whose X-Forwarded-For is believed; none by default. */
    Optional<List<String>> trustedProxies();

    /** How long one question to Redis may take before this process counts by itself. */
    @WithDefault("50ms")
    Duration patience();
}
