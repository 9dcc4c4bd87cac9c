package dev.smartdoctor.auth.login;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.EmailKey;
import dev.smartdoctor.auth.credential.Passwords;
import dev.smartdoctor.auth.device.Device;
import dev.smartdoctor.auth.login.SessionOpening.Checked;
import dev.smartdoctor.auth.login.SessionOpening.Opened;
import dev.smartdoctor.auth.throttle.Attempt;
import dev.smartdoctor.auth.throttle.InvalidCredentials;
import dev.smartdoctor.auth.throttle.SignInThrottle;
import dev.smartdoctor.platform.data.Transactions;
import io.smallrye.mutiny.Uni;

/**
 * Sign-in: find the account, reserve an attempt, check the password with no connection held, open a session under the
 * account's lock. Unknown address, wrong password, empty or endless password: the same steps, the same price.
 */
@ApplicationScoped
public class LoginService {
    private final CandidateRepository candidates;
    private final SignInThrottle throttle;
    private final Passwords passwords;
    private final SessionOpening opening;
    private final LoginAudit audit;
    private final Transactions transactions;

    LoginService(CandidateRepository candidates, SignInThrottle throttle, Passwords passwords, SessionOpening opening,
            LoginAudit audit, Transactions transactions) {
        this.candidates = candidates;
        this.throttle = throttle;
        this.passwords = passwords;
        this.opening = opening;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Signs in; {@code deviceId} is the device's own id, or a new one where it has none yet. */
    public Uni<Opened> signIn(LoginRequest request, Device device, UUID deviceId) {
        String emailKey = EmailKey.of(request.email());
        return transactions.withConnection(connection -> candidates.find(connection, emailKey, device.id()))
                .chain(candidate -> throttle.guard(new Attempt(emailKey, candidate.knownDevice(), device.address()),
                        () -> check(request.password(), candidate)
                                .chain(checked -> open(candidate, checked, device, deviceId))
                                .onFailure(InvalidCredentials.class)
                                .call(() -> audit.failed(candidate.accountId(), device))
                                .onFailure(EmailNotVerified.class)
                                .call(() -> audit.refusedUnverified(candidate.accountId(), device))));
    }

    private Uni<Checked> check(String password, Candidate candidate) {
        return passwords.matches(password, candidate.credential()).chain(right -> right
                ? passwords.renewed(password, candidate.credential().orElseThrow())
                        .map(renewed -> new Checked(candidate.credential().orElseThrow(), renewed))
                : Uni.createFrom().failure(new InvalidCredentials()));
    }

    private Uni<Opened> open(Candidate candidate, Checked checked, Device device, UUID deviceId) {
        UUID accountId = candidate.accountId().orElseThrow();
        return transactions.inTransaction(tx -> opening.open(tx, accountId, checked, device, deviceId))
                .chain(opened -> switch (opened.verdict()) {
                    case OPEN -> Uni.createFrom().item(opened);
                    case UNVERIFIED -> Uni.createFrom().failure(new EmailNotVerified());
                    case WRONG -> Uni.createFrom().failure(new InvalidCredentials());
                });
    }
}
