package dev.smartdoctor.platform.stream;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.DomainEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Handles an event exactly once: the inbox row and the effect are one transaction, and a second delivery finds the row. */
@ApplicationScoped
class Inbox {
    private static final String INSERT = "INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String COUNT_FAILURE = """
            INSERT INTO inbox_failure (event_id, attempts, last_error) VALUES ($1, 1, $2)
            ON CONFLICT (event_id) DO UPDATE
               SET attempts = inbox_failure.attempts + 1, last_error = excluded.last_error, failed_at = now()
            RETURNING attempts""";
    private static final String FORGET_FAILURES = "DELETE FROM inbox_failure WHERE event_id = $1";
    private static final int LONGEST_REASON = 500;

    private final Transactions transactions;

    Inbox(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Waits for a twin that is handling the same event on another replica, then finds it done. */
    Uni<Void> handleOnce(DomainEvent event, EventHandler handler) {
        return transactions.inTransaction(tx -> insert(tx, event.id())
                .chain(isNew -> isNew ? handler.handle(tx, event) : Uni.createFrom().voidItem()));
    }

    private static Uni<Boolean> insert(SqlConnection tx, UUID eventId) {
        return tx.preparedQuery(INSERT).execute(Tuple.of(eventId)).map(rows -> rows.rowCount() == 1);
    }

    /** Answers how often this event has failed by now. */
    Uni<Integer> countFailure(UUID eventId, Throwable failure) {
        return transactions.withConnection(connection -> connection.preparedQuery(COUNT_FAILURE)
                .execute(Tuple.of(eventId, reason(failure)))
                .map(rows -> rows.iterator().next().getInteger(0)));
    }

    /** Puts the event aside and marks it as done, so that what comes after it can go on. */
    Uni<Void> bury(String stream, DomainEvent event, Throwable failure) {
        return transactions.inTransaction(tx -> insert(tx, event.id())
                .chain(isNew -> isNew
                        ? DeadLetterTable.insert(tx, stream, event, reason(failure))
                        : Uni.createFrom().voidItem())
                .chain(() -> tx.preparedQuery(FORGET_FAILURES).execute(Tuple.of(event.id())))
                .replaceWithVoid());
    }

    /** The kind of failure; the text too, since it is seen by administrators only and holds no payload. */
    private static String reason(Throwable failure) {
        String text = failure.toString().replace('\u0000', ' ');
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
