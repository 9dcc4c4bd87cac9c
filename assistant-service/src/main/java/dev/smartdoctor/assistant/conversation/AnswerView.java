package dev.smartdoctor.assistant.conversation;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.smartdoctor.assistant.proposal.ProposalView;
import dev.smartdoctor.assistant.triage.TriageView;

/** The assistant's answer to one message; {@code triage} is null in turns that brought none. */
public record AnswerView(Said message, @Schema(nullable = true) TriageView triage, List<ProposalView> proposals) {

    /** The words themselves, and which engine found them. */
    public record Said(UUID id, String text, String engine) {}
}
