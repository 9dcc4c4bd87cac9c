package dev.smartdoctor.auth.password;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountEvents;
import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.mailtoken.InvalidToken;
import dev.smartdoctor.auth.password.ResetRepository.Reset;
import dev.smartdoctor.auth.registration.VerificationRepository;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The transactions of a forgotten password. */
@ApplicationScoped
public class ResetSteps {
    private final AccountWriteRepository accounts;
    private final ResetRepository resets;
    private final VerificationRepository verifications;
    private final ResetRequesting requesting;
    private final PasswordReplacing replacing;
    private final AccountEvents events;

    ResetSteps(AccountWriteRepository accounts, ResetRepository resets, VerificationRepository verifications,
            ResetRequesting requesting, PasswordReplacing replacing, AccountEvents events) {
        this.accounts = accounts;
        this.resets = resets;
        this.verifications = verifications;
        this.requesting = requesting;
        this.replacing = replacing;
        this.events = events;
    }

    Uni<Void> forgot(SqlConnection tx, String email, Instant now) {
        return accounts.lockByEmail(tx, email).chain(account -> account.filter(AccountState::active).isEmpty()
                ? Uni.createFrom().voidItem()
                : requesting.requestPaced(tx, account.get().id(), now));
    }

    Uni<Optional<Reset>> find(SqlConnection connection, UUID id, Instant now) {
        return resets.findOpen(connection, id, now);
    }

    /** The account of an open reset, locked; the reset is read again under the lock, so that each link works once. */
    Uni<AccountState> lockOpen(SqlConnection tx, UUID id, Instant now) {
        return resets.findOpen(tx, id, now).map(found -> found.orElseThrow(InvalidToken::new))
                .chain(reset -> accounts.lock(tx, reset.accountId()))
                .map(account -> account.filter(AccountState::active).orElseThrow(InvalidToken::new))
                .call(() -> resets.findOpen(tx, id, now).map(found -> found.orElseThrow(InvalidToken::new)));
    }

    /** Sets the password. Whoever followed the link reads the mailbox, so the address is verified by it. */
    Uni<Void> reset(SqlConnection tx, UUID id, Credential credential, Instant now) {
        return lockOpen(tx, id, now).chain(account -> replacing.afterReset(tx, account.id(), credential, now)
                .chain(() -> account.verified() ? Uni.createFrom().voidItem() : verify(tx, account.id(), now)));
    }

    private Uni<Void> verify(SqlConnection tx, UUID accountId, Instant now) {
        return accounts.verify(tx, accountId, now)
                .chain(() -> verifications.closeAll(tx, accountId, now))
                .chain(() -> events.verified(tx, accountId, now));
    }
}
