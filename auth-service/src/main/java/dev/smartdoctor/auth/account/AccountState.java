package dev.smartdoctor.auth.account;

import java.util.Set;
import java.util.UUID;

/**
 * An account row as it stood when its lock was taken. Whoever starts, rotates or ends a session of the account holds this
 * lock, so that a password change and a sign-in with the old password cannot both win.
 */
public record AccountState(UUID id, String email, Profile profile, Set<String> roles, AccountStatus status,
        boolean verified,
        int sessionVersion, long version) {

    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }
}
