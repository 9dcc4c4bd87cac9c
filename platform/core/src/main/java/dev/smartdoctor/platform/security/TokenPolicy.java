package dev.smartdoctor.platform.security;

import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * The one rule by which a compact JWS is an access token of ours: ES256 with a key of the key set named by {@code kid},
 * {@code typ at+jwt} (RFC 9068), our issuer, the right audience, and a time within its validity. Plain Java.
 */
public final class TokenPolicy {
    private static final int LONGEST_TOKEN = 4096;
    private static final AlgorithmConstraints ES256_ONLY = new AlgorithmConstraints(ConstraintType.PERMIT,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final KeySource keys;
    private final TokenConfig config;
    private final Clock clock;

    public TokenPolicy(KeySource keys, TokenConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    public VerifiedToken verify(String compact) throws TokenRejected {
        if (compact.length() > LONGEST_TOKEN) {
            throw new TokenRejected("too long");
        }
        try {
            JwtClaims claims = JwtClaims.parse(verifiedPayload(compact));
            VerifiedToken token = read(claims, compact);
            checkTimes(token, claims);
            return token;
        } catch (JoseException | InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            throw new TokenRejected("not acceptable", e);
        }
    }

    private String verifiedPayload(String compact) throws JoseException, TokenRejected {
        JsonWebSignature signature = parsed(compact);
        if (!"at+jwt".equals(signature.getHeader("typ"))) {
            throw new TokenRejected("not an access token");
        }
        String keyId = signature.getKeyIdHeaderValue();
        if (keyId == null) {
            throw new TokenRejected("no key id");
        }
        return payloadSignedBy(signature, keys.find(keyId).orElseThrow(() -> new TokenRejected("unknown key")));
    }

    static JsonWebSignature parsed(String compact) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(ES256_ONLY);
        signature.setCompactSerialization(compact);
        return signature;
    }

    static String payloadSignedBy(JsonWebSignature signature, ECPublicKey key) throws JoseException, TokenRejected {
        signature.setKey(key);
        if (!signature.verifySignature()) {
            throw new TokenRejected("bad signature");
        }
        return signature.getPayload();
    }

    private VerifiedToken read(JwtClaims claims, String compact) throws MalformedClaimException, TokenRejected {
        if (!config.issuer().equals(claims.getIssuer())) {
            throw new TokenRejected("other issuer");
        }
        List<String> groups = claims.hasClaim("groups") ? claims.getStringListClaimValue("groups") : List.of();
        Set<String> roles = Set.copyOf(groups);
        boolean service = roles.contains(Roles.SERVICE);
        if (!claims.getAudience().equals(List.of(service ? config.ownName() : config.audience()))) {
            throw new TokenRejected("other audience");
        }
        String sid = claims.getStringClaimValue("sid");
        if (claims.getSubject() == null || claims.getExpirationTime() == null || claims.getIssuedAt() == null
                || sid == null && !service) {
            throw new TokenRejected("a claim is missing");
        }
        if (!service) {
            UUID.fromString(claims.getSubject());
        }
        return new VerifiedToken(claims.getSubject(), sid == null ? null : UUID.fromString(sid), roles,
                instant(claims.getIssuedAt()), instant(claims.getExpirationTime()), compact, claims);
    }

    private void checkTimes(VerifiedToken token, JwtClaims claims) throws MalformedClaimException, TokenRejected {
        Instant now = clock.instant();
        if (isExpired(token, now)) {
            throw new TokenRejected("expired");
        }
        Instant latestStart = now.plus(config.clockSkew());
        boolean notYet = claims.getNotBefore() != null && instant(claims.getNotBefore()).isAfter(latestStart);
        if (notYet || token.issuedAt().isAfter(latestStart)) {
            throw new TokenRejected("not yet valid");
        }
    }

    boolean isExpired(VerifiedToken token, Instant now) {
        return !now.isBefore(token.expiresAt().plus(config.clockSkew()));
    }

    private static Instant instant(NumericDate date) {
        return Instant.ofEpochMilli(date.getValueInMillis());
    }
}
