package dev.smartdoctor.platform.outbox;

import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Where a service puts its events: into the transaction that makes them true, so that neither exists without the other. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            INSERT INTO outbox (id, type, aggregate_type, aggregate_id, occurred_at, version, schema_version, traceparent,
                                payload, pending_groups)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private final String[] groups;
    private final RelayWakeUp relay;

    Outbox(OutboxConfig config, RelayWakeUp relay) {
        this.groups = config.groups().orElse(List.of()).toArray(String[]::new);
        this.relay = relay;
    }

    public Uni<Void> append(SqlConnection tx, DomainEvent event) {
        relay.eventAppended();
        return tx.preparedQuery(INSERT).execute(row(event)).replaceWithVoid();
    }

    /** In the given order, which is the order of the stream for events of one aggregate. */
    public Uni<Void> appendAll(SqlConnection tx, List<DomainEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        relay.eventAppended();
        return tx.preparedQuery(INSERT).executeBatch(events.stream().map(this::row).toList()).replaceWithVoid();
    }

    private Tuple row(DomainEvent event) {
        return Tuple.tuple()
                .addUUID(event.id())
                .addString(event.type())
                .addString(event.aggregateType())
                .addUUID(event.aggregateId())
                .addOffsetDateTime(event.occurredAt().atOffset(ZoneOffset.UTC))
                .addLong(event.version())
                .addInteger(event.schemaVersion())
                .addString(event.traceparent())
                .addString(event.payload().encode())
                .addArrayOfString(groups);
    }
}
