package dev.smartdoctor.auth.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as its owner, and on {@code /internal} another service, sees it. */
public record AccountView(UUID id, String email, String fullName, @Schema(nullable = true) String phone,
        @Schema(nullable = true) LocalDate dateOfBirth, String locale,
        String timeZone, List<String> roles, String status, boolean emailVerified) {

    public static AccountView of(Account account) {
        return new AccountView(account.id(), account.email(), account.fullName(), account.phone(),
                account.dateOfBirth(),
                account.locale(), account.timeZone(), account.roles(), account.status(), account.emailVerified());
    }

    public static AccountView of(AccountState account, Profile profile) {
        return new AccountView(account.id(), account.email(), profile.fullName(), profile.phone(),
                profile.dateOfBirth(),
                profile.locale(), profile.timeZone(), account.roles().stream().sorted().toList(),
                account.status().code(),
                account.verified());
    }
}
