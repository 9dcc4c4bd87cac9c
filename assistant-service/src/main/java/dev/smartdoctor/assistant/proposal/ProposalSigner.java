package dev.smartdoctor.assistant.proposal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.json.JsonObject;

/**
 * Signs offers, so that what is confirmed is what was shown, and triage levels for appointment-service:
 * {@code base64url(JSON{level,accountId,rulesVersion,exp}) "." base64url(HMAC-SHA256)}, {@code exp} in seconds of the epoch.
 */
@ApplicationScoped
public class ProposalSigner {

    /** A confirmation in the last moment is still on its way when the offer expires. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final SecretKeySpec proofKey;
    private final SecretKeySpec proposalKey;

    public ProposalSigner(ProposalConfig config) {
        this.proofKey = new SecretKeySpec(config.triageProofSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.proposalKey = new SecretKeySpec(mac(proofKey, "smart-doctor proposal"), "HmacSHA256");
    }

    byte[] sign(UUID id, UUID ownerId, ProposalKind kind, String terms, Instant expiresAt) {
        return mac(proposalKey, String.join("\n", id.toString(), ownerId.toString(), kind.code(),
                Long.toString(expiresAt.toEpochMilli()), terms));
    }

    static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    /** The same offer always gives the same proof, since appointment-service compares whole bodies of a repeated booking. */
    String triageProof(Proposal proposal) {
        JsonObject claims = new JsonObject().put("level", proposal.terms().level())
                .put("accountId", proposal.ownerId().toString()).put("rulesVersion", proposal.terms().rulesVersion())
                .put("exp", proposal.expiresAt().plus(GRACE).getEpochSecond());
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String body = base64.encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8));
        return body + "." + base64.encodeToString(mac(proofKey, body));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available", impossible);
        }
    }
}
