package dev.smartdoctor.assistant.proposal;

/** An offer that has not been made yet. */
public record ProposalDraft(ProposalKind kind, ProposalTerms terms) {}
