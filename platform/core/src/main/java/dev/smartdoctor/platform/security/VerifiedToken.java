package dev.smartdoctor.platform.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jose4j.jwt.JwtClaims;

/** What a token says, after its signature, times, issuer and audience were checked. */
public record VerifiedToken(String subject, UUID sessionId, Set<String> roles, Instant issuedAt, Instant expiresAt,
        String compact, JwtClaims claims) {

    public boolean isService() {
        return roles.contains(Roles.SERVICE);
    }

    @Override
    public String toString() {
        return "VerifiedToken[subject=" + subject + "]";
    }
}
