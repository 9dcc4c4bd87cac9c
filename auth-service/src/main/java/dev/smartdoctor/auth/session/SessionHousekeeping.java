package dev.smartdoctor.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.throttle.ThrottleConfig;
import dev.smartdoctor.platform.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Deletes what time has made useless. Nothing is correct only because this ran: every reader judges expiry itself. The
 * one exception is the sealed successor, which this erases so that it exists no longer than its grace.
 */
@ApplicationScoped
public class SessionHousekeeping {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration DEVICES_KEPT = Duration.ofDays(400);

    private final Transactions transactions;
    private final SessionConfig config;
    private final ThrottleConfig throttle;
    private final Clock clock;

    SessionHousekeeping(Transactions transactions, SessionConfig config, ThrottleConfig throttle, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> eraseSealedSuccessors() {
        return run(
                "UPDATE refresh_token SET sealed_successor = NULL WHERE sealed_successor IS NOT NULL AND rotated_at < $1",
                config.parentGrace());
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteTheOld() {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Rule rule : List.of(
                new Rule("DELETE FROM session WHERE expires_at < $1", KEPT),
                new Rule("DELETE FROM session WHERE revoked_at < $1", KEPT),
                new Rule("DELETE FROM email_verification WHERE expires_at < $1", KEPT),
                new Rule("DELETE FROM password_reset WHERE expires_at < $1", KEPT),
                new Rule("DELETE FROM known_device WHERE last_seen_at < $1", DEVICES_KEPT),
                new Rule("DELETE FROM sign_in_throttle WHERE touched_at < $1", throttle.forgetAfter()))) {
            done = done.chain(() -> run(rule.statement(), rule.age()));
        }
        return done;
    }

    private Uni<Void> run(String statement, Duration age) {
        OffsetDateTime before = clock.instant().minus(age).atOffset(ZoneOffset.UTC);
        return transactions.withConnection(connection -> connection.preparedQuery(statement).execute(Tuple.of(before))
                .replaceWithVoid());
    }

    private record Rule(String statement, Duration age) {}
}
