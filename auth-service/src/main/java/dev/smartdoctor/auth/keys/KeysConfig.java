package dev.smartdoctor.auth.keys;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of signing. */
@ConfigMapping(prefix = "auth.keys")
public interface KeysConfig {

    /** The folder of the key files, JWT_KEYS_DIR. */
    Path dir();

    /** How long an access token lives at most. */
    Duration accessTokenLifetime();
}
