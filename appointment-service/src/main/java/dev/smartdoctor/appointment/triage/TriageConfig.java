package dev.smartdoctor.appointment.triage;

import io.smallrye.config.ConfigMapping;

/** Settings of triage proofs. */
@ConfigMapping(prefix = "triage-proof")
public interface TriageConfig {

    /** The secret shared with assistant-service, 32 characters or more. */
    String secret();
}
