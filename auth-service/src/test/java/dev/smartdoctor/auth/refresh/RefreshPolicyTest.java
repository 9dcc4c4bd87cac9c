package dev.smartdoctor.auth.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountStatus;
import dev.smartdoctor.auth.account.Profile;
import dev.smartdoctor.auth.refresh.RefreshPolicy.Verdict;
import dev.smartdoctor.auth.session.RefreshTokenRepository.StoredToken;
import dev.smartdoctor.auth.session.SessionState;

class RefreshPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID ID = UUID.randomUUID();
    private final RefreshPolicy policy = new RefreshPolicy(Duration.ofMinutes(30), Duration.ofSeconds(10));

    @Test
    void exchangesTheNewest() {
        assertThat(judge(session(7), token(7, null))).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void repeatsForTheParentWithinItsGrace() {
        assertThat(judge(session(7), token(6, NOW.minusSeconds(10)))).isEqualTo(Verdict.REPEAT);
        assertThat(judge(session(7), token(6, NOW.minusMillis(10_001)))).isEqualTo(Verdict.REUSED);
    }

    @Test
    void anythingOlderIsReuseHoweverRecent() {
        assertThat(judge(session(7), token(5, NOW))).isEqualTo(Verdict.REUSED);
    }

    @Test
    void parentWhoseSuccessorWasErasedIsReuse() {
        StoredToken erased = new StoredToken(ID, ID, 6, Optional.of(NOW), Optional.empty());
        assertThat(judge(session(7), erased)).isEqualTo(Verdict.REUSED);
    }

    @Test
    void grantsNothingToASessionThatIsIdleExpiredOrRevoked() {
        assertThat(judge(session(7, NOW.minus(Duration.ofMinutes(30)), NOW.plusSeconds(60), false), token(7, null)))
                .isEqualTo(Verdict.DEAD);
        assertThat(judge(session(7, NOW, NOW, false), token(7, null))).isEqualTo(Verdict.DEAD);
        assertThat(judge(session(7, NOW, NOW.plusSeconds(60), true), token(7, null))).isEqualTo(Verdict.DEAD);
    }

    @Test
    void grantsNothingToAnAccountThatIsDisabledUnverifiedOrSignedOutEverywhere() {
        assertThat(policy.judge(account(AccountStatus.DISABLED, true, 3), session(7), token(7, null), NOW))
                .isEqualTo(Verdict.DEAD);
        assertThat(policy.judge(account(AccountStatus.ACTIVE, false, 3), session(7), token(7, null), NOW))
                .isEqualTo(Verdict.DEAD);
        assertThat(policy.judge(account(AccountStatus.ACTIVE, true, 4), session(7), token(7, null), NOW))
                .isEqualTo(Verdict.DEAD);
    }

    private Verdict judge(SessionState session, StoredToken token) {
        return policy.judge(account(AccountStatus.ACTIVE, true, 3), session, token, NOW);
    }

    private static AccountState account(AccountStatus status, boolean verified, int sessionVersion) {
        return new AccountState(ID, "a@b.example", new Profile("A", null, null, null, null), Set.of("patient"), status,
                verified, sessionVersion, 1);
    }

    private static SessionState session(int generation) {
        return session(generation, NOW.minusSeconds(60), NOW.plusSeconds(3600), false);
    }

    private static SessionState session(int generation, Instant lastSeen, Instant expires, boolean revoked) {
        return new SessionState(ID, ID, 3, generation, "d", "p", NOW, lastSeen, NOW, expires, revoked);
    }

    private static StoredToken token(int generation, Instant rotatedAt) {
        return new StoredToken(ID, ID, generation, Optional.ofNullable(rotatedAt),
                Optional.ofNullable(rotatedAt).map(at -> new byte[1]));
    }
}
