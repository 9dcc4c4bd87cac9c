package dev.smartdoctor.auth.refresh;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.session.OpaqueToken;
import dev.smartdoctor.auth.session.RefreshTokenRepository;
import dev.smartdoctor.auth.session.RefreshTokenRepository.StoredToken;
import dev.smartdoctor.auth.session.SessionRepository;
import dev.smartdoctor.auth.session.SessionState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** A token with its session and its account, read under the account's row lock. */
@ApplicationScoped
public class FamilyRepository {
    private final AccountWriteRepository accounts;
    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;

    FamilyRepository(AccountWriteRepository accounts, SessionRepository sessions, RefreshTokenRepository tokens) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** The first reading only finds the account to lock; what counts is read again afterwards. */
    Uni<Optional<Family>> lock(SqlConnection tx, OpaqueToken token) {
        return tokens.find(tx, token).chain(first -> first.isEmpty()
                ? Uni.createFrom().item(Optional.<Family>empty())
                : accounts.lock(tx, first.get().accountId()).chain(account -> read(tx, token, account)));
    }

    Uni<SessionState> rotate(SqlConnection tx, Family family, OpaqueToken parent, OpaqueToken successor, Instant now) {
        SessionState rotated = family.session().rotated(now);
        return sessions.rotate(tx, rotated)
                .chain(() -> tokens.markRotated(tx, parent, SuccessorSeal.seal(parent, successor), now))
                .chain(() -> tokens.insert(tx, successor, rotated.id(), rotated.generation()))
                .replaceWith(rotated);
    }

    private Uni<Optional<Family>> read(SqlConnection tx, OpaqueToken token, Optional<AccountState> account) {
        return tokens.find(tx, token).chain(stored -> stored.isEmpty() || account.isEmpty()
                ? Uni.createFrom().item(Optional.<Family>empty())
                : sessions.find(tx, stored.get().sessionId())
                        .map(session -> session.map(found -> new Family(account.get(), found, stored.get()))));
    }

    /** The three rows that decide. */
    record Family(AccountState account, SessionState session, StoredToken token) {}
}
