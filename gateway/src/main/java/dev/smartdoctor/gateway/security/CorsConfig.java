package dev.smartdoctor.gateway.security;

import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;

/** Which foreign origins may call the interface from a browser. */
@ConfigMapping(prefix = "gateway.cors")
public interface CorsConfig {
    /** CORS_ORIGINS: exact origins, separated by commas; none by default. {@code *} only outside of production. */
    Optional<Set<String>> origins();
}
