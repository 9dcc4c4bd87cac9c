package dev.smartdoctor.assistant.conversation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of conversations. */
@ConfigMapping(prefix = "assistant.conversations")
public interface ConversationConfig {

    /** How long a conversation is kept after its last word. */
    @WithDefault("90D")
    Duration keep();
}
