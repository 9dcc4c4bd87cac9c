package dev.smartdoctor.assistant.proposal;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An offer as the patient sees it. */
public record ProposalView(UUID id, ProposalKind kind, String summary, Instant expiresAt,
        @JsonInclude(NON_NULL) UUID appointmentId,
        @JsonInclude(NON_NULL) UUID doctorId, @JsonInclude(NON_NULL) String doctorName,
        @JsonInclude(NON_NULL) OffsetDateTime start, @JsonInclude(NON_NULL) String timeZone) {

    static ProposalView of(UUID id, ProposalDraft draft, Instant expiresAt) {
        ProposalTerms terms = draft.terms();
        return new ProposalView(id, draft.kind(), terms.summary(), expiresAt, terms.appointmentId(), terms.doctorId(),
                terms.doctorName(), terms.start(), terms.timeZone());
    }
}
