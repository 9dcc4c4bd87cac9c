package dev.smartdoctor.assistant.clinicaltext;

import io.smallrye.config.ConfigMapping;

/** Settings of clinical text at rest. */
@ConfigMapping(prefix = "clinical-text")
public interface ClinicalTextConfig {

    /** The master key: 32 random bytes in base64. Losing it loses every conversation. */
    String key();
}
