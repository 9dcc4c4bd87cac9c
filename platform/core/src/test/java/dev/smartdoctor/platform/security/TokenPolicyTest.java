package dev.smartdoctor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class TokenPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID SUBJECT = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private final TokenPolicy policy = at(NOW);

    @Test
    void acceptsATokenOfOurs() throws TokenRejected {
        VerifiedToken token = policy.verify(token(claims -> {
        }));
        assertThat(token.subject()).isEqualTo(SUBJECT.toString());
        assertThat(token.sessionId()).isEqualTo(SESSION);
        assertThat(token.roles()).containsExactly("patient");
        assertThat(token.expiresAt()).isEqualTo(NOW.plusSeconds(300));
        assertThat(token.isService()).isFalse();
        assertThat(token.toString()).doesNotContain(token.compact());
    }

    @Test
    void refusesOtherIssuersAndAudiences() {
        refused(claims -> claims.setIssuer("https://evil"), "other issuer");
        refused(claims -> claims.unsetClaim("iss"), "other issuer");
        refused(claims -> claims.setAudience("appointment-service"), "other audience");
        refused(claims -> claims.setAudience("smart-doctor", "other"), "other audience");
        refused(claims -> claims.unsetClaim("aud"), "");
    }

    @Test
    void refusesWhatLacksAClaim() {
        refused(claims -> claims.unsetClaim("sub"), "a claim is missing");
        refused(claims -> claims.unsetClaim("exp"), "a claim is missing");
        refused(claims -> claims.unsetClaim("iat"), "a claim is missing");
        refused(claims -> claims.unsetClaim("sid"), "a claim is missing");
    }

    @Test
    void refusesClaimsOfAnotherForm() {
        refused(claims -> claims.setSubject("1-1-1-1"), "not acceptable");
        refused(claims -> claims.setStringClaim("sid", "no uuid"), "not acceptable");
        refused(claims -> claims.setStringClaim("exp", "tomorrow"), "not acceptable");
        refused(claims -> claims.setStringClaim("groups", "service"), "");
    }

    @Test
    void allowsClocksToDifferByFiveSecondsOnly() throws TokenRejected {
        String token = token(claims -> {
        });
        Instant expiry = NOW.plusSeconds(300);
        at(expiry.plusMillis(4_999)).verify(token);
        assertThatThrownBy(() -> at(expiry.plusSeconds(5)).verify(token)).hasMessage("expired");
        at(NOW.minusSeconds(5)).verify(token);
        assertThatThrownBy(() -> at(NOW.minusMillis(5_001)).verify(token)).hasMessage("not yet valid");
        String later = token(
                claims -> claims.setNotBefore(NumericDate.fromSeconds(NOW.plusSeconds(6).getEpochSecond())));
        assertThatThrownBy(() -> policy.verify(later)).hasMessage("not yet valid");
    }

    @Test
    void refusesOtherTypes() throws JoseException {
        for (String type : new String[]{ null, "JWT", "at+JWT", "application/at+jwt", "refresh" }) {
            String token = sign(standard(), TokenFixture.privateKey(), "ES256", TokenFixture.KEY_ID, type);
            assertThatThrownBy(() -> policy.verify(token)).hasMessage("not an access token");
        }
    }

    @Test
    void refusesUnknownKeys() throws JoseException {
        String unknown = sign(standard(), TokenFixture.privateKey(), "ES256", "other", "at+jwt");
        assertThatThrownBy(() -> policy.verify(unknown)).hasMessage("unknown key");
        String none = sign(standard(), TokenFixture.privateKey(), "ES256", null, "at+jwt");
        assertThatThrownBy(() -> policy.verify(none)).hasMessage("no key id");
        var forger = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        String forged = sign(standard(), forger.getPrivateKey(), "ES256", TokenFixture.KEY_ID, "at+jwt");
        assertThatThrownBy(() -> policy.verify(forged)).hasMessage("bad signature");
    }

    @Test
    void refusesOtherAlgorithms() throws JoseException {
        String unsigned = sign(standard(), null, "none", TokenFixture.KEY_ID, "at+jwt");
        assertThatThrownBy(() -> policy.verify(unsigned)).isInstanceOf(TokenRejected.class)
                .hasCauseInstanceOf(InvalidAlgorithmException.class);
        Key publicAsSecret = new HmacKey(TokenFixture.publicKey().getEncoded());
        String confused = sign(standard(), publicAsSecret, "HS256", TokenFixture.KEY_ID, "at+jwt");
        assertThatThrownBy(() -> policy.verify(confused)).isInstanceOf(TokenRejected.class)
                .hasCauseInstanceOf(InvalidAlgorithmException.class);
    }

    @Test
    void refusesTokensThatWereChanged() {
        String[] parts = token(claims -> {
        }).split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("patient", "admin");
        String changed = parts[0] + "." + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
        assertThatThrownBy(() -> policy.verify(changed)).hasMessage("bad signature");
        assertThatThrownBy(() -> policy.verify(parts[0] + "." + parts[1] + ".")).isInstanceOf(TokenRejected.class);
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        assertThatThrownBy(() -> policy.verify(parts[0] + "." + parts[1] + "." + zeros))
                .isInstanceOf(TokenRejected.class);
    }

    @Test
    void refusesRubbishAndGiants() {
        for (String rubbish : new String[]{ "", ".", "..", "...", "a", "a.b.c", "\u0000", "Bearer x", "é.é.é" }) {
            assertThatThrownBy(() -> policy.verify(rubbish)).isInstanceOf(TokenRejected.class);
        }
        refused(claims -> claims.setStringClaim("pad", "x".repeat(5_000)), "too long");
    }

    @Test
    void takesAServicesTokenForItsOwnNameOnly() throws TokenRejected {
        VerifiedToken token = policy.verify(token(claims -> service(claims, "appointment-service")));
        assertThat(token.isService()).isTrue();
        assertThat(token.sessionId()).isNull();
        refused(claims -> service(claims, "auth-service"), "other audience");
        refused(claims -> service(claims, "smart-doctor"), "other audience");
    }

    private static void service(JwtClaims claims, String audience) {
        claims.setSubject("gateway");
        claims.setStringListClaim("groups", Roles.SERVICE);
        claims.unsetClaim("sid");
        claims.setAudience(audience);
    }

    private void refused(Consumer<JwtClaims> change, String reason) {
        String token = token(change);
        assertThatThrownBy(() -> policy.verify(token)).isInstanceOf(TokenRejected.class)
                .hasMessageContaining(reason);
    }

    private static TokenPolicy at(Instant now) {
        return new TokenPolicy(TokenFixture.keys(Map.of(TokenFixture.KEY_ID, TokenFixture.publicKey())),
                TokenFixture.config(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static JwtClaims standard() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://smart-doctor");
        claims.setAudience("smart-doctor");
        claims.setSubject(SUBJECT.toString());
        claims.setStringClaim("sid", SESSION.toString());
        claims.setStringListClaim("groups", "patient");
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.plus(Duration.ofMinutes(5)).getEpochSecond()));
        return claims;
    }

    private static String token(Consumer<JwtClaims> change) {
        JwtClaims claims = standard();
        change.accept(claims);
        try {
            return sign(claims, TokenFixture.privateKey(), "ES256", TokenFixture.KEY_ID, "at+jwt");
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JwtClaims claims, Key key, String algorithm, String keyId, String type)
            throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        if (keyId != null) {
            signature.setKeyIdHeaderValue(keyId);
        }
        if (type != null) {
            signature.setHeader("typ", type);
        }
        signature.setKey(key);
        return signature.getCompactSerialization();
    }
}
