package dev.smartdoctor.gateway.activity;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How auth-service is told of people's calls. */
@ConfigMapping(prefix = "gateway.activity")
public interface ActivityConfig {
    /** A session is reported at most once in this time; far below the shortest sensible SESSION_TIMEOUT_MINUTES. */
    @WithDefault("PT30S")
    Duration interval();

    /** How long sessions gather before they are reported in one call; a session nobody has seen lately waits no longer. */
    @WithDefault("PT1S")
    Duration gather();

    /** Sessions remembered at once. Beyond that further ones are noted once there is room: within an interval, or when auth-service is back. */
    @WithDefault("50000")
    int most();
}
