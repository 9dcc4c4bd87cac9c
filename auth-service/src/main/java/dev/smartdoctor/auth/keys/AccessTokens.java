package dev.smartdoctor.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.security.TokenConfig;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/**
 * Signs access tokens (RFC 9068): ES256, five minutes, and no more in them than a service needs to decide: ids and roles,
 * neither name nor address.
 */
@ApplicationScoped
public class AccessTokens {
    private final SigningKeys keys;
    private final KeysConfig config;
    private final TokenConfig tokens;
    private final Clock clock;

    AccessTokens(SigningKeys keys, KeysConfig config, TokenConfig tokens, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A person's token, which ends with their session where that comes first. */
    public SignedToken forPerson(UUID accountId, UUID sessionId, int sessionVersion, Set<String> roles,
            Instant sessionEnd) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration left = Duration.between(now, sessionEnd);
        Duration lifetime = left.compareTo(config.accessTokenLifetime()) < 0 ? left : config.accessTokenLifetime();
        return sign(Jwt.claims().audience(tokens.audience()).subject(accountId.toString())
                .claim("sid", sessionId.toString()).claim("sv", sessionVersion).groups(roles), now, lifetime);
    }

    /** A token with which one service calls another's internal interface. */
    public SignedToken forService(String name, String audience) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return sign(Jwt.claims().audience(audience).subject(name).groups(Set.of(Roles.SERVICE)), now,
                config.accessTokenLifetime());
    }

    private SignedToken sign(JwtClaimsBuilder claims, Instant now, Duration lifetime) {
        SigningKey key = keys.current();
        String compact = claims.issuer(tokens.issuer()).claim("jti", UUID.randomUUID().toString())
                .issuedAt(now).expiresAt(now.plus(lifetime))
                .jws().header("typ", "at+jwt").keyId(key.id()).algorithm(SignatureAlgorithm.ES256)
                .sign(key.privateKey());
        return new SignedToken(compact, lifetime.toSeconds());
    }

    /** A token and the seconds it lives. */
    public record SignedToken(String compact, long expiresIn) {
        @Override
        public String toString() {
            return "SignedToken[" + expiresIn + " s]";
        }
    }
}
