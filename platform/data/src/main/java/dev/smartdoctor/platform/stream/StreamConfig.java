package dev.smartdoctor.platform.stream;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this service consumes events. */
@ConfigMapping(prefix = "platform.stream")
public interface StreamConfig {
    /** The consumer group, which is the service's name. */
    String group();

    /** Where to confirm, by stream. */
    Map<String, String> producers();

    /** Entries per read. */
    @WithDefault("128")
    int batch();

    /** Aggregates worked on at once. */
    @WithDefault("8")
    int concurrency();

    /** Entries that may be under way, waiting for their next try or for their confirmation, before reading pauses. */
    @WithDefault("1024")
    int inFlight();

    /** How long a read waits for something new; below the time-out of the stream client. */
    @WithDefault("PT2S")
    Duration block();

    /** How long an entry may lie with another consumer before this one takes it over. */
    @WithDefault("PT15S")
    Duration claimAfter();

    /** Failures after which an event becomes a dead letter. */
    @WithDefault("5")
    int attempts();

    /** The pause after the first failure; it triples with each further one. */
    @WithDefault("PT0.1S")
    Duration retryAfter();

    /** How long the inbox remembers: longer than any event can wait in an outbox. */
    @WithDefault("P30D")
    Duration remember();
}
