package dev.smartdoctor.assistant.conversation;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/** Forgets conversations whose time is over. Replicas may run it at once: deleting twice deletes once. */
@ApplicationScoped
class ConversationSweep {

    private static final String FORGET = "delete from conversation where updated_at < $1";

    private final Transactions transactions;
    private final ConversationConfig config;
    private final Clock clock;

    ConversationSweep(Transactions transactions, ConversationConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forget() {
        return transactions.inTransaction(tx -> tx.preparedQuery(FORGET)
                .execute(Tuple.of(clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC)))).replaceWithVoid();
    }
}
