package dev.smartdoctor.assistant.conversation;

import java.util.List;

import dev.smartdoctor.assistant.proposal.ProposalView;
import dev.smartdoctor.assistant.triage.TriageView;

/** What of a message is sealed. */
record MessageBody(String text, TriageView triage, List<ProposalView> proposals) {}
