package dev.smartdoctor.platform.data;

import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;

/** Bounds the queue for a connection in time and number: left alone, callers would wait for half a minute, without number. */
@Singleton
public class BoundedWaiting implements PgPoolCreator {
    private final PoolConfig config;

    BoundedWaiting(PoolConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        int patience = Math.toIntExact(config.acquireWithin().toMillis());
        PoolOptions options = input.poolOptions()
                .setConnectionTimeout(patience).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(config.mostWaiting());
        List<SqlConnectOptions> servers = List.copyOf(input.pgConnectOptionsList());
        servers.forEach(server -> server.setConnectTimeout(patience));
        return PgBuilder.pool().with(options).connectingTo(servers).using(input.vertx()).build();
    }
}
