package dev.smartdoctor.auth.password;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.credential.PasswordPolicy;
import dev.smartdoctor.auth.credential.Passwords;
import dev.smartdoctor.auth.mailtoken.AnswerPace;
import dev.smartdoctor.auth.mailtoken.DerivedCodes;
import dev.smartdoctor.auth.mailtoken.InvalidToken;
import dev.smartdoctor.auth.mailtoken.MailedTokenView;
import dev.smartdoctor.auth.mailtoken.Purpose;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;

/** Forgotten passwords: asking for a link, which nobody learns anything from, and following it. */
@ApplicationScoped
public class PasswordResetService {
    private final ResetSteps steps;
    private final Passwords passwords;
    private final DerivedCodes codes;
    private final Transactions transactions;
    private final AnswerPace pace;
    private final Clock clock;

    PasswordResetService(ResetSteps steps, Passwords passwords, DerivedCodes codes, Transactions transactions,
            AnswerPace pace, Clock clock) {
        this.steps = steps;
        this.passwords = passwords;
        this.codes = codes;
        this.transactions = transactions;
        this.pace = pace;
        this.clock = clock;
    }

    public Uni<Void> forgot(String email) {
        return pace.even(transactions.inTransaction(tx -> steps.forgot(tx, email, now())));
    }

    /** The link is looked at before the password is hashed, so that only holders of a mailed link cause a hash. */
    public Uni<Void> reset(String token, String newPassword) {
        UUID id = codes.idOf(Purpose.PASSWORD_RESET, token).orElseThrow(InvalidToken::new);
        return transactions.inTransaction(tx -> steps.lockOpen(tx, id, now()))
                .invoke(account -> check(account, newPassword))
                .chain(() -> passwords.hash(newPassword))
                .chain(credential -> transactions.inTransaction(tx -> steps.reset(tx, id, credential, now())));
    }

    public Uni<MailedTokenView> tokenOf(UUID id) {
        return transactions.withConnection(connection -> steps.find(connection, id, now()))
                .map(found -> found.orElseThrow(() -> new NotFound("password reset")))
                .map(open -> new MailedTokenView(open.accountId(), codes.token(Purpose.PASSWORD_RESET, id),
                        open.expiresAt().atOffset(ZoneOffset.UTC)));
    }

    private static void check(AccountState account, String newPassword) {
        PasswordPolicy.check("newPassword", newPassword, account.email(), account.profile().fullName());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
