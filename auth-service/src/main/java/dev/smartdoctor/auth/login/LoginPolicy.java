package dev.smartdoctor.auth.login;

import java.util.Optional;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.credential.Credential;

/**
 * What a checked password opens. It is judged under the account's lock, with the credential as it is then: a password that
 * was changed while its predecessor was being hashed opens nothing.
 */
public final class LoginPolicy {
    private LoginPolicy() {
    }

    public static Verdict judge(AccountState account, Credential checked, Optional<Credential> stored) {
        boolean same = stored.filter(checked::equals).isPresent();
        if (!same || !account.active()) {
            return Verdict.WRONG;
        }
        return account.verified() ? Verdict.OPEN : Verdict.UNVERIFIED;
    }

    /** What to do. */
    public enum Verdict {
        OPEN, UNVERIFIED, WRONG
    }
}
