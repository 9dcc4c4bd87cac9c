package dev.smartdoctor.auth.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** An account about to be inserted; it starts active. */
public record NewAccount(UUID id, String email, Profile profile, Set<String> roles, boolean verified,
        Instant createdAt) {}
