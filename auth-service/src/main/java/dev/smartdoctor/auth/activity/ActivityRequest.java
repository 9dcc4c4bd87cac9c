package dev.smartdoctor.auth.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The sessions that another part served since it last reported. */
public record ActivityRequest(@NotNull @Size(min = 1, max = 500) List<@Valid @NotNull Item> items) {

    /** A session, and when a call of its person last came in. */
    public record Item(@NotNull UUID sid, @NotNull Instant seenAt) {}
}
