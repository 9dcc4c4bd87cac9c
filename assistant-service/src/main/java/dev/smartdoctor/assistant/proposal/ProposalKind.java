package dev.smartdoctor.assistant.proposal;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is offered. */
public enum ProposalKind {
    @JsonProperty("book")
    BOOK, @JsonProperty("cancel")
    CANCEL, @JsonProperty("reschedule")
    RESCHEDULE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProposalKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
