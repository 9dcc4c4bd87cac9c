package dev.smartdoctor.platform.data;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long callers queue for a connection, which Quarkus has no setting for. */
@ConfigMapping(prefix = "platform.database")
public interface PoolConfig {
    /** After this a caller who still waits for a connection is answered 503. */
    @WithDefault("PT2S")
    Duration acquireWithin();

    /** How many may wait; who comes after them is answered 503 at once. */
    @WithDefault("512")
    int mostWaiting();
}
