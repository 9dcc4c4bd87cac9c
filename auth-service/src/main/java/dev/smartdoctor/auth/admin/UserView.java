package dev.smartdoctor.auth.admin;

import java.util.List;
import java.util.UUID;

import dev.smartdoctor.auth.account.Account;
import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountStatus;
import dev.smartdoctor.auth.account.NewAccount;

/** An account as administrators see it. */
public record UserView(UUID id, String email, String fullName, List<String> roles, String status, String locale,
        String timeZone, boolean emailVerified) {

    static UserView of(Account account) {
        return new UserView(account.id(), account.email(), account.fullName(), account.roles(), account.status(),
                account.locale(), account.timeZone(), account.emailVerified());
    }

    static UserView of(NewAccount account) {
        return new UserView(account.id(), account.email(), account.profile().fullName(),
                account.roles().stream().sorted().toList(), AccountStatus.ACTIVE.code(), account.profile().locale(),
                account.profile().timeZone(), account.verified());
    }

    static UserView of(AccountState account) {
        return new UserView(account.id(), account.email(), account.profile().fullName(),
                account.roles().stream().sorted().toList(), account.status().code(), account.profile().locale(),
                account.profile().timeZone(), account.verified());
    }
}
