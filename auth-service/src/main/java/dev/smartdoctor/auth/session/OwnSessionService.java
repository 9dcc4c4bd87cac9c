package dev.smartdoctor.auth.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What people see of their own sessions, and how they end one from afar. */
@ApplicationScoped
public class OwnSessionService {
    private final SessionRepository sessions;
    private final SessionService service;
    private final AccountWriteRepository accounts;
    private final Transactions transactions;
    private final SessionConfig config;
    private final Clock clock;

    OwnSessionService(SessionRepository sessions, SessionService service, AccountWriteRepository accounts,
            Transactions transactions, SessionConfig config, Clock clock) {
        this.sessions = sessions;
        this.service = service;
        this.accounts = accounts;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    public Uni<Page<SessionView>> list(UUID accountId, UUID currentSession, PageRequest page) {
        return transactions
                .withConnection(
                        connection -> sessions.live(connection, accountId, clock.instant(), config.idleLimit(), page))
                .map(found -> found.map(session -> SessionView.of(session, currentSession)));
    }

    public Uni<Void> end(UUID accountId, UUID sessionId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.inTransaction(tx -> accounts.lock(tx, accountId)
                .chain(() -> sessions.find(tx, sessionId))
                .map(found -> found.filter(session -> session.accountId().equals(accountId))
                        .orElseThrow(() -> new NotFound("session")))
                .chain(session -> endLive(tx, session, now)));
    }

    private Uni<Void> endLive(SqlConnection tx, SessionState session, Instant now) {
        if (!session.isLive(now, config.idleLimit())) {
            return Uni.createFrom().failure(new NotFound("session"));
        }
        return service.end(tx, session.accountId(), session.id(), RevokeReason.ENDED_BY_OWNER, now).replaceWithVoid();
    }
}
