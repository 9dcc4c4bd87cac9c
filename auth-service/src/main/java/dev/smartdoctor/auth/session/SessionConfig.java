package dev.smartdoctor.auth.session;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How long sessions live. */
@ConfigMapping(prefix = "auth.session")
public interface SessionConfig {

    /** A session ends when the person made no call for so long, SESSION_TIMEOUT_MINUTES. */
    Duration idleLimit();

    /** A session ends after this time whatever was done in it. */
    Duration absoluteLimit();

    /** How long the parent of a refresh token may be shown again, for clients whose answer was lost. */
    Duration parentGrace();
}
