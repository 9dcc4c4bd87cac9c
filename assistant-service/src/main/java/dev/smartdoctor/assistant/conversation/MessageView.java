package dev.smartdoctor.assistant.conversation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.smartdoctor.assistant.proposal.ProposalView;
import dev.smartdoctor.assistant.triage.TriageView;

/** A message as it was said; author {@code patient} or {@code assistant}. */
public record MessageView(UUID id, String author, String text, @JsonInclude(NON_NULL) String engine,
        Instant createdAt, @JsonInclude(NON_NULL) TriageView triage,
        @JsonInclude(NON_NULL) List<ProposalView> proposals) {

    MessageView withProposals(Map<UUID, ProposalView> standing) {
        return proposals == null
                ? this
                : new MessageView(id, author, text, engine, createdAt, triage,
                        proposals.stream().map(offer -> standing.getOrDefault(offer.id(), offer)).toList());
    }
}
