package dev.smartdoctor.assistant.proposal;

import java.time.Instant;
import java.util.UUID;

/** An offer as it stands; {@code appointmentId} once it was confirmed. */
record Proposal(UUID id, UUID ownerId, ProposalKind kind, String status, ProposalTerms terms, Instant expiresAt,
        UUID appointmentId) {

    boolean isConfirmed() {
        return "confirmed".equals(status);
    }

    boolean isDeclined() {
        return "declined".equals(status);
    }
}
