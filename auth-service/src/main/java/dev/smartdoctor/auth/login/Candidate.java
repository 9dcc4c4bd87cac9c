package dev.smartdoctor.auth.login;

import java.util.Optional;
import java.util.UUID;

import dev.smartdoctor.auth.credential.Credential;

/** What the database knows of an address before the password is looked at; empty in all parts where it knows nothing. */
public record Candidate(Optional<UUID> accountId, Optional<Credential> credential, Optional<UUID> knownDevice) {}
