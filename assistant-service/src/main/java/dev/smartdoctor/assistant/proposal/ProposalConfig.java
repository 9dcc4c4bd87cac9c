package dev.smartdoctor.assistant.proposal;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of proposals. */
@ConfigMapping(prefix = "assistant.proposals")
public interface ProposalConfig {

    /** Shared with appointment-service, which believes a triage level signed with it. */
    String triageProofSecret();

    /** How long an offer may be confirmed. */
    @WithDefault("10M")
    Duration lifetime();
}
