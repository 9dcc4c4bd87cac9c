package dev.smartdoctor.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.smartdoctor.platform.problem.Unavailable;

/**
 * Verifies access tokens and remembers the verified ones by their SHA-256, bounded, until they expire: an ECDSA check costs
 * about a hundred times a hash. Revocation and expiry are asked at every call, never remembered.
 */
@ApplicationScoped
public class AccessTokenVerifier {
    private static final Duration KEYS_SOON = Duration.ofSeconds(1);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final TokenPolicy policy;
    private final KeySource keys;
    private final RevokedSessions revoked;
    private final Clock clock;
    private final Cache<ByteBuffer, VerifiedToken> verified;

    AccessTokenVerifier(KeySource keys, TokenConfig config, RevokedSessions revoked, Clock clock) {
        this.policy = new TokenPolicy(keys, config, clock);
        this.keys = keys;
        this.revoked = revoked;
        this.clock = clock;
        this.verified = Caffeine.newBuilder().maximumSize(config.cacheSize()).expireAfterWrite(LONGEST_LIFE).build();
    }

    /**
     * @param compact the token without "Bearer "
     * @throws Unavailable where no key set was ever loaded, so that the token can be neither accepted nor refused
     */
    public VerifiedToken verify(String compact) throws TokenRejected {
        ByteBuffer key = ByteBuffer.wrap(sha256(compact));
        VerifiedToken token = verified.getIfPresent(key);
        if (token == null) {
            if (!keys.isLoaded()) {
                throw new Unavailable("Sign-ins cannot be checked at the moment.", KEYS_SOON);
            }
            token = policy.verify(compact);
            verified.put(key, token);
        }
        if (policy.isExpired(token, clock.instant())) {
            throw new TokenRejected("expired");
        }
        if (token.sessionId() != null && revoked.isRevoked(token.sessionId())) {
            throw new TokenRejected("session revoked");
        }
        return token;
    }

    private static byte[] sha256(String compact) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(compact.getBytes(StandardCharsets.ISO_8859_1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
