package dev.smartdoctor.auth.testing;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** What the service wrote into its outbox, as the fields that its relay publishes. */
@ApplicationScoped
public class WrittenEvents {
    private static final String NEWEST = """
            SELECT * FROM outbox WHERE type = $1 AND payload::jsonb ->> 'accountId' = $2 ORDER BY seq DESC LIMIT 1""";

    private final Pool pool;

    WrittenEvents(Pool pool) {
        this.pool = pool;
    }

    /** The newest event of the type about this account. */
    public Map<String, String> newest(String type, UUID account) {
        Row row = pool.preparedQuery(NEWEST).executeAndAwait(Tuple.of(type, account.toString())).iterator().next();
        return EventFields.write(new DomainEvent(row.getUUID("id"), row.getString("type"),
                row.getString("aggregate_type"), row.getUUID("aggregate_id"),
                row.getOffsetDateTime("occurred_at").toInstant(), row.getLong("version"),
                row.getInteger("schema_version"), row.getString("traceparent"),
                new JsonObject(row.getString("payload"))));
    }
}
