package dev.smartdoctor.auth.admin;

import java.util.Set;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountStatus;
import dev.smartdoctor.platform.security.Roles;

/** What an administrator wants an account's access to be, beside what it is. */
public record AccessChange(AccountState before, Set<String> roles, AccountStatus status) {

    static AccessChange of(AccountState before, ChangeUserRequest request) {
        return new AccessChange(before, request.roleCodes().orElse(before.roles()),
                request.status() == null ? before.status() : request.status());
    }

    boolean changesRoles() {
        return !roles.equals(before.roles());
    }

    boolean changesStatus() {
        return status != before.status();
    }

    boolean changesNothing() {
        return !changesRoles() && !changesStatus();
    }

    /** Whether an account that administers now will not do so any more. */
    boolean removesAdministrator() {
        boolean was = before.active() && before.roles().contains(Roles.ADMIN);
        return was && !(status == AccountStatus.ACTIVE && roles.contains(Roles.ADMIN));
    }

    AccountState after() {
        return new AccountState(before.id(), before.email(), before.profile(), roles, status, before.verified(),
                before.sessionVersion(), before.version());
    }
}
