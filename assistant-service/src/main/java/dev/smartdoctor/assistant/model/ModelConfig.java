package dev.smartdoctor.assistant.model;

import io.smallrye.config.ConfigMapping;

/** Which model an operator asked for. */
@ConfigMapping(prefix = "assistant.model")
public interface ModelConfig {

    /** One of {@code auto, guided, ollama, openai}; an unknown one stops the start. */
    Provider provider();

    /** The providers by their names in {@code LLM_PROVIDER}. */
    enum Provider {
        AUTO, GUIDED, OLLAMA, OPENAI
    }
}
