package dev.smartdoctor.auth.refresh;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.session.OpaqueToken;
import dev.smartdoctor.auth.session.RefreshTokenRepository;
import dev.smartdoctor.auth.session.RevokeReason;
import dev.smartdoctor.auth.session.SessionService;
import dev.smartdoctor.platform.data.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Ends the session that a token belongs to, or all of its account. Any token of the family will do, the old ones too:
 * whoever holds one may at least put an end to it. An unknown token is no error; there is nothing left to end.
 */
@ApplicationScoped
public class LogoutService {
    private final RefreshTokenRepository tokens;
    private final AccountWriteRepository accounts;
    private final SessionService sessions;
    private final Transactions transactions;
    private final Clock clock;

    LogoutService(RefreshTokenRepository tokens, AccountWriteRepository accounts, SessionService sessions,
            Transactions transactions, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Void> end(OpaqueToken token, boolean everywhere) {
        return transactions.inTransaction(tx -> tokens.find(tx, token)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : end(tx, found.get().accountId(), found.get().sessionId(), everywhere)));
    }

    public Uni<Void> end(UUID accountId, UUID sessionId, boolean everywhere) {
        return transactions.inTransaction(tx -> end(tx, accountId, sessionId, everywhere));
    }

    private Uni<Void> end(SqlConnection tx, UUID accountId, UUID sessionId, boolean everywhere) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return accounts.lock(tx, accountId).chain(() -> everywhere
                ? sessions.endAll(tx, accountId, Optional.empty(), RevokeReason.LOGOUT_ALL, now)
                : sessions.end(tx, accountId, sessionId, RevokeReason.LOGOUT, now).replaceWithVoid());
    }
}
