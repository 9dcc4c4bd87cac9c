package dev.smartdoctor.auth.refresh;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.grant.Grant;
import dev.smartdoctor.auth.grant.GrantIssuer;
import dev.smartdoctor.auth.refresh.FamilyRepository.Family;
import dev.smartdoctor.auth.session.OpaqueToken;
import dev.smartdoctor.auth.session.RevokeReason;
import dev.smartdoctor.auth.session.SessionConfig;
import dev.smartdoctor.auth.session.SessionService;
import dev.smartdoctor.auth.session.SessionState;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.Unauthenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Exchanges refresh tokens. Everything is judged under the account's row lock, so of any number of simultaneous requests
 * with one token exactly one rotates it and the others get what that one got.
 */
@ApplicationScoped
public class RefreshService {
    private final FamilyRepository families;
    private final SessionService sessions;
    private final GrantIssuer issuer;
    private final Transactions transactions;
    private final RefreshPolicy policy;
    private final Clock clock;

    RefreshService(FamilyRepository families, SessionService sessions, GrantIssuer issuer, Transactions transactions,
            SessionConfig config, Clock clock) {
        this.families = families;
        this.sessions = sessions;
        this.issuer = issuer;
        this.transactions = transactions;
        this.policy = new RefreshPolicy(config.idleLimit(), config.parentGrace());
        this.clock = clock;
    }

    /** Answers 401 for every token that grants nothing; what a reused one causes is committed all the same. */
    public Uni<Grant> refresh(OpaqueToken token) {
        return transactions.inTransaction(tx -> families.lock(tx, token)
                .chain(family -> family.isEmpty() ? nothing() : exchange(tx, family.get(), token)))
                // Signed after the commit: nobody waits for the lock while a signature is computed.
                .map(granted -> granted.orElseThrow(Unauthenticated::new))
                .map(granted -> issuer.issue(granted.account(), granted.session(), granted.token()));
    }

    private Uni<Optional<Granted>> exchange(SqlConnection tx, Family family, OpaqueToken token) {
        // Read under the lock: whoever waited for it must not judge by the time before.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (policy.judge(family.account(), family.session(), family.token(), now)) {
            case ROTATE -> rotate(tx, family, token, now);
            case REPEAT -> Uni.createFrom().item(Optional.of(new Granted(family.account(), family.session(),
                    SuccessorSeal.open(token, family.token().sealedSuccessor().orElseThrow()))));
            case REUSED ->
                sessions.end(tx, family.account().id(), family.session().id(), RevokeReason.REUSE_DETECTED, now)
                        .chain(RefreshService::nothing);
            case DEAD -> nothing();
        };
    }

    private Uni<Optional<Granted>> rotate(SqlConnection tx, Family family, OpaqueToken token, Instant now) {
        OpaqueToken successor = OpaqueToken.random();
        return families.rotate(tx, family, token, successor, now)
                .map(session -> Optional.of(new Granted(family.account(), session, successor)));
    }

    private static Uni<Optional<Granted>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    private record Granted(AccountState account, SessionState session, OpaqueToken token) {}
}
