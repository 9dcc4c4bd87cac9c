package dev.smartdoctor.appointment.clinicaltext;

import io.smallrye.config.ConfigMapping;

/** Settings of clinical text at rest. */
@ConfigMapping(prefix = "clinical-text")
public interface ClinicalTextConfig {

    /** The master key: 32 random bytes in base64. Losing it loses every reason and note. */
    String key();
}
