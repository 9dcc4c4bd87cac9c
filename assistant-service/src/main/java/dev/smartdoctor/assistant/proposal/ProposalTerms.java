package dev.smartdoctor.assistant.proposal;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Exactly what will be done. {@code appointmentId} and {@code version}, the one the person was told of, for changes;
 * {@code doctorId} and {@code start} for a time; {@code level}, {@code rulesVersion}, {@code reason} and {@code report} only
 * where a triage led here.
 */
public record ProposalTerms(String summary, UUID appointmentId, Integer version, UUID doctorId, String doctorName,
        OffsetDateTime start,
        String timeZone, String visitType, String level, String rulesVersion, String reason, String report) {}
