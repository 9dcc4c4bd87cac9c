package dev.smartdoctor.assistant.specialty;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the embedding model that runs inside the process. */
@ConfigMapping(prefix = "assistant.embeddings")
public interface EmbeddingConfig {

    /** Off: the specialty rests on the lexicon alone, and 100 MB are saved. */
    @WithDefault("true")
    boolean enabled();

    /** How long a turn waits for the model before it goes on without. */
    @WithDefault("30ms")
    Duration patience();

    /** Texts that may wait; beyond that a turn goes on without. */
    @WithDefault("32")
    int queue();
}
