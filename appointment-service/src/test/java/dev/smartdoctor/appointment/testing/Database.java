package dev.smartdoctor.appointment.testing;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The service's own database, asked directly: what a test believes is what is stored. */
@ApplicationScoped
public class Database {

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    public List<Row> rows(String sql, Object... parameters) {
        return StreamSupport
                .stream(pool.preparedQuery(sql).executeAndAwait(Tuple.from(parameters)).spliterator(), false)
                .toList();
    }

    public long count(String sql, Object... parameters) {
        return rows(sql, parameters).get(0).getLong(0);
    }

    public void run(String sql, Object... parameters) {
        pool.preparedQuery(sql).executeAndAwait(Tuple.from(parameters));
    }

    /** For a transaction that is held open; the caller closes it. */
    public SqlConnection connection() {
        return pool.getConnectionAndAwait();
    }

    public void script(String sql) {
        pool.query(sql).executeAndAwait();
    }
}
