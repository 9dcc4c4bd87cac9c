package dev.smartdoctor.platform.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import dev.smartdoctor.platform.problem.Unauthenticated;
import io.vertx.ext.web.RoutingContext;

/** The person (or service) behind the present request, from the token that came with it and from nothing else. */
@RequestScoped
public class Caller {
    private static final String BEARER = "Bearer ";

    private final Optional<VerifiedToken> token;

    Caller(RoutingContext context, AccessTokenVerifier verifier) {
        this.token = read(context.request().getHeader(HttpHeaders.AUTHORIZATION), verifier);
    }

    public boolean isAnonymous() {
        return token.isEmpty();
    }

    /** The account id. */
    public UUID id() {
        return UUID.fromString(required().subject());
    }

    /** The token's subject as it stands: an account id, or the name of a calling service. */
    public String subject() {
        return required().subject();
    }

    public Set<String> roles() {
        return token.map(VerifiedToken::roles).orElse(Set.of());
    }

    public boolean has(String role) {
        return roles().contains(role);
    }

    public UUID sessionId() {
        return required().sessionId();
    }

    /** The header value to pass on when another service is asked on this person's behalf. */
    public String bearer() {
        return BEARER + required().compact();
    }

    public Instant tokenExpiry() {
        return required().expiresAt();
    }

    private VerifiedToken required() {
        return token.orElseThrow(Unauthenticated::new);
    }

    private static Optional<VerifiedToken> read(String header, AccessTokenVerifier verifier) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(verifier.verify(header.substring(BEARER.length()).trim()));
        } catch (TokenRejected e) {
            // Protected resources never get here with such a token; on public ones its bearer is nobody.
            return Optional.empty();
        }
    }
}
