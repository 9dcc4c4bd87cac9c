package dev.smartdoctor.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sessions that were ended, and the instant to ask from the next time. */
public record RevocationsView(List<Item> items, Instant asOf) {

    /** One ended session. */
    public record Item(UUID sid, Instant revokedAt) {}
}
