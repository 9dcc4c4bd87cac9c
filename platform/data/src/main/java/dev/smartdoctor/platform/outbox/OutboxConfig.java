package dev.smartdoctor.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this service publishes its events. */
@ConfigMapping(prefix = "platform.outbox")
public interface OutboxConfig {
    /** The stream of this service's events; a service without one publishes nothing. */
    Optional<String> stream();

    /** The consumer groups that must confirm an event before it is forgotten. */
    Optional<List<String>> groups();

    /** How often rows are looked for that nobody announced. */
    @WithDefault("PT1S")
    Duration sweep();

    /** How long a group may take before the relay looks whether the stream still holds the entry. */
    @WithDefault("PT5S")
    Duration confirmWithin();

    /** Rows per round. */
    @WithDefault("256")
    int batch();

    /** Entries kept in the stream at least; what every group has done is trimmed beyond that. */
    @WithDefault("20000")
    int keepInStream();
}
