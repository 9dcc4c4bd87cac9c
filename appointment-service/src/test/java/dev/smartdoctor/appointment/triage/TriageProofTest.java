package dev.smartdoctor.appointment.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.problem.ValidationFailed;
import io.vertx.core.json.JsonObject;

class TriageProofTest {

    private static final String SECRET = "shared-between-two-services-only";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ACCOUNT = UUID.randomUUID();
    private final TriageProof proofs = new TriageProof(() -> SECRET, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void believesWhatIsSignedAliveAndTheCallers() {
        assertThat(proofs.verify(proof("within_24h", ACCOUNT, 60, SECRET), ACCOUNT)).isEqualTo(TriageLevel.WITHIN_24H);
        assertThat(proofs.verify(proof("self_care", ACCOUNT, 1, SECRET), ACCOUNT)).isEqualTo(TriageLevel.SELF_CARE);
    }

    @Test
    void doesNotBookEmergencies() {
        for (String level : new String[]{ "emergency", "emergency_now" }) {
            assertThatThrownBy(() -> proofs.verify(proof(level, ACCOUNT, 60, SECRET), ACCOUNT))
                    .isInstanceOf(EmergencyNotBookable.class);
        }
    }

    @Test
    void believesNothingElse() throws Exception {
        String good = proof("routine", ACCOUNT, 60, SECRET);
        String body = good.substring(0, good.indexOf('.'));
        String raised = Base64.getUrlEncoder().withoutPadding().encodeToString(
                new JsonObject().put("level", "self_care").put("accountId", ACCOUNT.toString())
                        .put("exp", NOW.plusSeconds(60).getEpochSecond()).encode().getBytes(StandardCharsets.UTF_8));
        for (String bad : new String[]{ "", ".", "a.b", body, body + ".", raised + good.substring(good.indexOf('.')),
                proof("routine", UUID.randomUUID(), 60, SECRET), proof("routine", ACCOUNT, 0, SECRET),
                proof("routine", ACCOUNT, 60, "another secret of the same length"), proof("bored", ACCOUNT, 60, SECRET),
                sign(Base64.getUrlEncoder().encodeToString("[]".getBytes(StandardCharsets.UTF_8)), SECRET),
                sign(Base64.getUrlEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8)), SECRET) }) {
            assertThatThrownBy(() -> proofs.verify(bad, ACCOUNT)).as(bad).isInstanceOf(ValidationFailed.class);
        }
    }

    private static String proof(String level, UUID account, long secondsToLive, String secret) {
        JsonObject claims = new JsonObject().put("level", level).put("accountId", account.toString())
                .put("rulesVersion", "2026-01").put("exp", NOW.plusSeconds(secondsToLive).getEpochSecond());
        return sign(Base64.getUrlEncoder().withoutPadding()
                .encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8)), secret);
    }

    private static String sign(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return body + "." + Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(body.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
