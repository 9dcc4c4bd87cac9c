package dev.smartdoctor.auth.refresh;

import java.time.Duration;
import java.time.Instant;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.session.RefreshTokenRepository.StoredToken;
import dev.smartdoctor.auth.session.SessionState;

/**
 * What a refresh token that was shown is worth. The newest of its family is exchanged. Its parent, within a short grace,
 * gets the very same successor: the client's first answer was lost, or two of its tabs asked at once. Anything older has
 * been in two hands, so the family ends.
 */
public final class RefreshPolicy {
    private final Duration idleLimit;
    private final Duration parentGrace;

    public RefreshPolicy(Duration idleLimit, Duration parentGrace) {
        this.idleLimit = idleLimit;
        this.parentGrace = parentGrace;
    }

    public Verdict judge(AccountState account, SessionState session, StoredToken token, Instant now) {
        boolean usable = account.active() && account.verified() && account.sessionVersion() == session.sessionVersion();
        if (!usable || !session.isLive(now, idleLimit)) {
            return Verdict.DEAD;
        }
        if (token.generation() == session.generation()) {
            return Verdict.ROTATE;
        }
        return isParentInGrace(session, token, now) ? Verdict.REPEAT : Verdict.REUSED;
    }

    private boolean isParentInGrace(SessionState session, StoredToken token, Instant now) {
        return token.generation() == session.generation() - 1 && token.sealedSuccessor().isPresent()
                && token.rotatedAt().filter(rotated -> !now.isAfter(rotated.plus(parentGrace))).isPresent();
    }

    /** What to do. */
    public enum Verdict {
        /** A new token takes its place. */
        ROTATE,
        /** The token that took its place is given out once more. */
        REPEAT,
        /** Someone uses a copy: the family ends. */
        REUSED,
        /** The session is over. */
        DEAD
    }
}
