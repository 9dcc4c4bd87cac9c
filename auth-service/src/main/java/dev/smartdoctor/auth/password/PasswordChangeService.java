package dev.smartdoctor.auth.password;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.EmailKey;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.PasswordPolicy;
import dev.smartdoctor.auth.credential.Passwords;
import dev.smartdoctor.auth.device.Device;
import dev.smartdoctor.auth.throttle.Attempt;
import dev.smartdoctor.auth.throttle.InvalidCredentials;
import dev.smartdoctor.auth.throttle.SignInThrottle;
import dev.smartdoctor.platform.data.Transactions;
import io.smallrye.mutiny.Uni;

/** Changing one's own password, which asks for the present one and is throttled like a sign-in. */
@ApplicationScoped
public class PasswordChangeService {
    private final ChangeSteps steps;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Transactions transactions;
    private final Clock clock;

    PasswordChangeService(ChangeSteps steps, Passwords passwords, SignInThrottle throttle, Transactions transactions,
            Clock clock) {
        this.steps = steps;
        this.passwords = passwords;
        this.throttle = throttle;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Void> change(UUID accountId, UUID sessionId, ChangePasswordRequest request, Device device) {
        return transactions.inTransaction(tx -> steps.read(tx, accountId, device.id()))
                .invoke(owner -> check(owner.account(), request.newPassword()))
                .chain(owner -> throttle.guard(
                        new Attempt(EmailKey.of(owner.account().email()), owner.knownDevice(), device.address()),
                        () -> replace(owner, sessionId, request)));
    }

    private Uni<Void> replace(Owner owner, UUID sessionId, ChangePasswordRequest request) {
        return passwords.matches(request.currentPassword(), owner.credential())
                .chain(right -> right
                        ? passwords.hash(request.newPassword())
                        : Uni.createFrom().failure(new InvalidCredentials()))
                .chain(fresh -> transactions.inTransaction(
                        tx -> steps.replace(tx, owner, sessionId, fresh,
                                clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    private static void check(AccountState account, String newPassword) {
        PasswordPolicy.check("newPassword", newPassword, account.email(), account.profile().fullName());
    }

    /** Whose password it is, as read before the check. */
    record Owner(AccountState account, Optional<Credential> credential, Optional<UUID> knownDevice) {}
}
