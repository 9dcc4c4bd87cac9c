package dev.smartdoctor.notification.delivery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How deliveries are claimed, retried and given up. */
@ConfigMapping(prefix = "notification.delivery")
public interface DeliveryConfig {

    /** How often due rows are looked for that nobody announced. */
    @WithDefault("PT0.5S")
    Duration sweep();

    /** How often the leases of mails under way are renewed, and those of the dead are looked for. */
    @WithDefault("PT3S")
    Duration heartbeat();

    /** A mail under way whose lease was not renewed for so long has lost its process. */
    @WithDefault("PT10S")
    Duration lease();

    /** How long a claimed row may take to be written before another may claim it; above the time-outs of the REST clients. */
    @WithDefault("PT30S")
    Duration writing();

    /** One mail's whole dialogue. Generous, since giving up after the final dot means sending twice. */
    @WithDefault("PT90S")
    Duration dialogue();

    /** The first pause before the outcome of a dialogue is recorded again, where the database is away; it doubles. */
    @WithDefault("PT0.2S")
    Duration firstPauseRecording();

    /** The longest such pause. A mail whose lease has run out is left alone twice as long, for its sender to tell what became of it. */
    @WithDefault("PT2S")
    Duration longestPauseRecording();

    /** How long recording is tried; after that nobody knows whether the mail arrived. Until then it holds a connection's place. */
    @WithDefault("PT2M")
    Duration giveUpRecordingAfter();

    /** The first pause after a failure; it doubles with each further one. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** The longest pause where a server or service is away. */
    @WithDefault("PT15S")
    Duration longestPauseAway();

    /** The longest pause where the mail itself was refused for now, or nobody knows. */
    @WithDefault("PT10M")
    Duration longestPauseRefused();

    /** Trying ends so long after planning, and the delivery is dead. */
    @WithDefault("P3D")
    Duration giveUpAfter();

    /** How long SIGTERM waits for mails under way. */
    @WithDefault("PT8S")
    Duration drain();
}
