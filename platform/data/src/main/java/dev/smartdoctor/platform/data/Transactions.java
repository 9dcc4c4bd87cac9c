package dev.smartdoctor.platform.data;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.outbox.RelayWakeUp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Transactions of the reactive SQL client, READ COMMITTED. A deadlock or serialisation failure runs the work again, so it must
 * have no effect besides its statements. Once begun, the work runs to its end even if the client who asked has gone away:
 * a cancelled request must neither leak a connection nor leave the caller's retry in doubt about half a transaction.
 */
@ApplicationScoped
public class Transactions {
    private static final int MOST_RETRIES = 3;

    private final Pool pool;
    private final RelayWakeUp relay;

    Transactions(Pool pool, RelayWakeUp relay) {
        this.pool = pool;
        this.relay = relay;
    }

    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return uncancelled(Uni.createFrom().deferred(() -> {
            long before = relay.count();
            return pool.withTransaction(work)
                    .onFailure(PostgresErrors::isTransient).retry().atMost(MOST_RETRIES)
                    .onItem().invoke(() -> relay.afterCommit(before));
        }));
    }

    /** For reading: one connection, no transaction. */
    public <T> Uni<T> withConnection(Function<SqlConnection, Uni<T>> work) {
        return uncancelled(Uni.createFrom().deferred(() -> pool.withConnection(work)));
    }

    private static <T> Uni<T> uncancelled(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
