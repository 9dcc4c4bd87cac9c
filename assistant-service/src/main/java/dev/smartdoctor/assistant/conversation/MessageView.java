package dev.smartdoctor.assistant.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.smartdoctor.assistant.proposal.ProposalView;
import dev.smartdoctor.assistant.triage.TriageView;

/** A message as it was said; author {@code patient} or {@code assistant}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(UUID id, String author, String text, String engine, Instant createdAt, TriageView triage,
        List<ProposalView> proposals) {}
