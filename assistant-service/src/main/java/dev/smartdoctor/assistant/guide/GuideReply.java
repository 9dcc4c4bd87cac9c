package dev.smartdoctor.assistant.guide;

import java.util.List;

import dev.smartdoctor.assistant.proposal.ProposalDraft;
import dev.smartdoctor.assistant.triage.TriageView;

/** One answer of the dialogue; {@code triage} and {@code proposals} only where the turn brought them. */
public record GuideReply(GuideState state, String text, TriageView triage, List<ProposalDraft> proposals) {

    static GuideReply of(GuideState state, String text) {
        return new GuideReply(state, text, null, List.of());
    }

    static GuideReply proposing(GuideState state, String text, ProposalDraft proposal) {
        return new GuideReply(state, text, null, List.of(proposal));
    }
}
