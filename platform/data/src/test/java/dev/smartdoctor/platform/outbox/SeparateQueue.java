package dev.smartdoctor.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.smartdoctor.platform.data.DataTestResource;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** An outbox in a schema of its own, which the application's relay does not see, and what a relay of it is told. */
record SeparateQueue(Optional<String> stream, Optional<List<String>> groups, Duration sweep, Duration confirmWithin,
        int batch, int keepInStream) implements OutboxConfig {

    /** Settings that let nothing happen but what a test does itself. */
    static SeparateQueue of(String stream, List<String> groups) {
        return new SeparateQueue(Optional.of(stream), Optional.of(groups), Duration.ofDays(1), Duration.ofDays(1), 64,
                1000);
    }

    SeparateQueue sweepingEvery(Duration time) {
        return new SeparateQueue(stream, groups, time, confirmWithin, batch, keepInStream);
    }

    SeparateQueue keeping(int entries) {
        return new SeparateQueue(stream, groups, sweep, confirmWithin, batch, entries);
    }

    /**
     * Makes the schema and its table anew.
     *
     * @param name of the schema, and what the connections are known by in {@code pg_stat_activity}
     */
    static Pool pool(Pool admin, Vertx vertx, String name) {
        String schema = '"' + name + '"';
        admin.query("DROP SCHEMA IF EXISTS " + schema + " CASCADE").executeAndAwait();
        admin.query("CREATE SCHEMA " + schema).executeAndAwait();
        admin.query("CREATE TABLE " + schema + ".outbox (LIKE public.outbox INCLUDING ALL)").executeAndAwait();
        PgConnectOptions options = PgConnectOptions.fromUri(System.getProperty(DataTestResource.DIRECT_URL))
                .setUser("postgres").setPassword("postgres").addProperty("search_path", schema)
                .addProperty("application_name", name);
        return PgBuilder.pool().with(new PoolOptions().setMaxSize(6)).connectingTo(options).using(vertx).build();
    }
}
