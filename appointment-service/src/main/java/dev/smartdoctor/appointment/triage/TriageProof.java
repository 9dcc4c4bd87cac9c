package dev.smartdoctor.appointment.triage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.problem.ValidationFailed;
import io.vertx.core.json.JsonObject;

/**
 * Reads {@code base64url(JSON{level,accountId,rulesVersion,exp}) "." base64url(HMAC-SHA256)}, without padding; the HMAC
 * is over the ASCII of the first part, {@code exp} is in seconds of the epoch.
 */
@ApplicationScoped
public class TriageProof {

    private final SecretKeySpec secret;
    private final Clock clock;

    public TriageProof(TriageConfig config, Clock clock) {
        this.secret = new SecretKeySpec(config.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /**
     * The level that the proof states.
     *
     * @throws ValidationFailed naming {@code triageProof}, whatever is wrong with it
     * @throws EmergencyNotBookable if the level is an emergency
     */
    public TriageLevel verify(String proof, UUID accountId) {
        TriageLevel level;
        try {
            level = read(proof, accountId);
        } catch (RuntimeException malformed) {
            throw invalid();
        }
        if (level == null) {
            throw invalid();
        }
        if (level.isEmergency()) {
            throw new EmergencyNotBookable(level);
        }
        return level;
    }

    /** Null where the proof is well formed and yet not to be believed. */
    private TriageLevel read(String proof, UUID accountId) {
        int dot = proof.indexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(proof.substring(dot + 1));
        String body = proof.substring(0, dot);
        if (!MessageDigest.isEqual(sign(body), signature)) {
            return null;
        }
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8));
        boolean ours = accountId.toString().equals(claims.getString("accountId"));
        boolean alive = clock.instant().isBefore(Instant.ofEpochSecond(claims.getLong("exp")));
        return ours && alive ? TriageLevel.of(claims.getString("level")).orElse(null) : null;
    }

    private byte[] sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(body.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available", impossible);
        }
    }

    private static ValidationFailed invalid() {
        return new ValidationFailed("triageProof", "INVALID", "The triage proof is not valid or has expired.");
    }
}
