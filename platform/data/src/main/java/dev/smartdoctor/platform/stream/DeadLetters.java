package dev.smartdoctor.platform.stream;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The events this service gave up on: to look at, and to have done again once their cause is mended. */
@ApplicationScoped
public class DeadLetters {
    private final Transactions transactions;
    private final Instance<EventHandler> handlers;

    DeadLetters(Transactions transactions, @Any Instance<EventHandler> handlers) {
        this.transactions = transactions;
        this.handlers = handlers;
    }

    public Uni<Page<DeadLetterView>> list(PageRequest page) {
        return transactions
                .withConnection(connection -> DeadLetterTable.list(connection, page.pageSize(), page.offset())
                        .chain(items -> connection.query("SELECT count(*) FROM dead_letter").execute()
                                .map(rows -> Page.of(items, page, rows.iterator().next().getLong(0)))));
    }

    /** Does it again, once; false where there is no such letter or it was done already. A failure leaves it as it was. */
    public Uni<Boolean> replay(UUID id) {
        return transactions.inTransaction(tx -> DeadLetterTable.takeForReplay(tx, id)
                .chain(letter -> letter.isEmpty()
                        ? Uni.createFrom().item(false)
                        : handle(tx, letter.get()).replaceWith(true)))
                .invoke(done -> handlers.forEach(EventHandler::afterCommit));
    }

    private Uni<Void> handle(SqlConnection tx, DeadLetterTable.DeadLetter letter) {
        for (EventHandler handler : handlers) {
            if (handler.stream().equals(letter.stream())) {
                return handler.handle(tx, letter.event());
            }
        }
        return Uni.createFrom().failure(new IllegalStateException("No handler for the stream " + letter.stream()));
    }
}
