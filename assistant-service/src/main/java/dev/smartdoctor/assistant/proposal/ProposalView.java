package dev.smartdoctor.assistant.proposal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An offer as the patient sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalView(UUID id, ProposalKind kind, String summary, Instant expiresAt, UUID appointmentId,
        UUID doctorId,
        String doctorName, OffsetDateTime start, String timeZone) {

    static ProposalView of(UUID id, ProposalDraft draft, Instant expiresAt) {
        ProposalTerms terms = draft.terms();
        return new ProposalView(id, draft.kind(), terms.summary(), expiresAt, terms.appointmentId(), terms.doctorId(),
                terms.doctorName(), terms.start(), terms.timeZone());
    }
}
