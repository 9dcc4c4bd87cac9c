package dev.smartdoctor.platform.testing;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Access tokens of the suite's form, valid unless told otherwise; each method answers the compact form without "Bearer ". */
public final class TestTokens {
    private String subject = UUID.randomUUID().toString();
    private String sessionId = UUID.randomUUID().toString();
    private List<String> roles = List.of("patient");
    private String audience = "smart-doctor";
    private String issuer = "https://smart-doctor";
    private String type = "at+jwt";
    private String keyId = TestKeys.keyId();
    private PrivateKey key = TestKeys.privateKey();
    private Instant issuedAt = Instant.now();
    private Duration life = Duration.ofMinutes(5);

    private TestTokens() {
    }

    public static String user(UUID id, String... roles) {
        return builder().subject(id.toString()).roles(roles).build();
    }

    /** A token with which another service calls {@code /internal/**} of the named one. */
    public static String service(String audience) {
        return service(audience, "notification-service");
    }

    public static String service(String audience, String callingService) {
        return builder().subject(callingService).roles("service").audience(audience).sessionId(null).build();
    }

    public static TestTokens builder() {
        return new TestTokens();
    }

    public TestTokens subject(String value) {
        subject = value;
        return this;
    }

    public TestTokens sessionId(String value) {
        sessionId = value;
        return this;
    }

    public TestTokens roles(String... values) {
        roles = new ArrayList<>(List.of(values));
        return this;
    }

    public TestTokens audience(String value) {
        audience = value;
        return this;
    }

    public TestTokens issuer(String value) {
        issuer = value;
        return this;
    }

    public TestTokens type(String value) {
        type = value;
        return this;
    }

    public TestTokens keyId(String value) {
        keyId = value;
        return this;
    }

    public TestTokens signedBy(PrivateKey value) {
        key = value;
        return this;
    }

    public TestTokens issuedAt(Instant value) {
        issuedAt = value;
        return this;
    }

    public TestTokens life(Duration value) {
        life = value;
        return this;
    }

    public String build() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromMilliseconds(issuedAt.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(issuedAt.plus(life).toEpochMilli()));
        claims.setStringListClaim("groups", roles);
        claims.setClaim("sv", 1);
        if (sessionId != null) {
            claims.setStringClaim("sid", sessionId);
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(keyId);
        signature.setHeader("typ", type);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A test token could not be signed", e);
        }
    }
}
