package dev.smartdoctor.auth.registration;

import dev.smartdoctor.auth.account.AccountState;

/** What a registration leads to, none of which the caller can tell from another. */
public final class RegistrationPolicy {
    private RegistrationPolicy() {
    }

    /** For an account that is there now, whether this registration made it or not. */
    public static Course course(AccountState account, boolean justMade) {
        if (justMade) {
            return Course.WELCOME;
        }
        if (!account.active()) {
            return Course.SILENCE;
        }
        return account.verified() ? Course.TELL_OWNER : Course.VERIFY_AGAIN;
    }

    /** What happens. */
    public enum Course {
        /** A new account: a link to verify its address. */
        WELCOME,
        /** Known and unverified: a new link, which stands for what was typed this time. */
        VERIFY_AGAIN,
        /** Known and verified: the owner is told that somebody tried. */
        TELL_OWNER,
        /** A disabled account: nothing. */
        SILENCE
    }
}
