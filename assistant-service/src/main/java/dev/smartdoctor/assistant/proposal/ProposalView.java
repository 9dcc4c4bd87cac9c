package dev.smartdoctor.assistant.proposal;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An offer as the patient sees it; status {@code open}, {@code confirmed} or {@code declined}. {@code appointmentId} is the visit that
 * would be changed, or the one that came of it.
 */
public record ProposalView(UUID id, ProposalKind kind, String status, String summary, Instant expiresAt,
        @JsonInclude(NON_NULL) UUID appointmentId,
        @JsonInclude(NON_NULL) UUID doctorId, @JsonInclude(NON_NULL) String doctorName,
        @JsonInclude(NON_NULL) OffsetDateTime start, @JsonInclude(NON_NULL) String timeZone) {

    private static final String OPEN = "open";

    static ProposalView of(UUID id, ProposalDraft draft, Instant expiresAt) {
        ProposalTerms terms = draft.terms();
        return new ProposalView(id, draft.kind(), OPEN, terms.summary(), expiresAt, terms.appointmentId(),
                terms.doctorId(),
                terms.doctorName(), terms.start(), terms.timeZone());
    }

    /** What became of it since it was offered. */
    ProposalView now(String standing, UUID visit) {
        return new ProposalView(id, kind, standing, summary, expiresAt, visit == null ? appointmentId : visit, doctorId,
                doctorName, start, timeZone);
    }
}
