package dev.smartdoctor.notification.delivery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How deliveries are claimed, retried and given up. */
@ConfigMapping(prefix = "notification.delivery")
public interface DeliveryConfig {

    /** How often due rows are looked for that nobody announced. */
    @WithDefault("500ms")
    Duration sweep();

    /** How often the leases of mails under way are renewed, and those of the dead are looked for. */
    @WithDefault("3s")
    Duration heartbeat();

    /** A mail under way whose lease was not renewed for so long has lost its process. */
    @WithDefault("10s")
    Duration lease();

    /** How long a claimed row may take to be written before another may claim it; above the time-outs of the REST clients. */
    @WithDefault("30s")
    Duration writing();

    /** One mail's whole dialogue. Generous, since giving up after the final dot means sending twice. */
    @WithDefault("90s")
    Duration dialogue();

    /** The first pause after a failure; it doubles with each further one. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest pause where a server or service is away. */
    @WithDefault("15s")
    Duration longestPauseAway();

    /** The longest pause where the mail itself was refused for now, or nobody knows. */
    @WithDefault("10m")
    Duration longestPauseRefused();

    /** Trying ends so long after planning, and the delivery is dead. */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** How long SIGTERM waits for mails under way. */
    @WithDefault("8s")
    Duration drain();
}
