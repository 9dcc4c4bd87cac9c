package dev.smartdoctor.platform.stream;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import dev.smartdoctor.platform.outbox.DomainEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The statements of the dead letters. */
final class DeadLetterTable {
    private static final String INSERT = """
            INSERT INTO dead_letter (id, stream, type, aggregate_type, aggregate_id, occurred_at, version, schema_version,
                                     traceparent, payload, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (id) DO NOTHING""";
    private static final String TAKE_FOR_REPLAY = """
            UPDATE dead_letter SET replayed_at = now() WHERE id = $1 AND replayed_at IS NULL RETURNING *""";
    private static final String LIST = "SELECT * FROM dead_letter ORDER BY died_at DESC, id LIMIT $1 OFFSET $2";

    private DeadLetterTable() {
    }

    record DeadLetter(String stream, DomainEvent event) {}

    static Uni<Void> insert(SqlConnection tx, String stream, DomainEvent event, String reason) {
        Tuple row = Tuple.tuple().addUUID(event.id()).addString(stream).addString(event.type())
                .addString(event.aggregateType()).addUUID(event.aggregateId())
                .addOffsetDateTime(event.occurredAt().atOffset(ZoneOffset.UTC)).addLong(event.version())
                .addInteger(event.schemaVersion()).addString(event.traceparent()).addString(event.payload().encode())
                .addString(reason);
        return tx.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    static Uni<Optional<DeadLetter>> takeForReplay(SqlConnection tx, UUID id) {
        return tx.preparedQuery(TAKE_FOR_REPLAY).execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(letter(rows.iterator().next())));
    }

    static Uni<List<DeadLetterView>> list(SqlConnection connection, int most, int offset) {
        return connection.preparedQuery(LIST).execute(Tuple.of(most, offset))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(DeadLetterTable::view).toList());
    }

    private static DeadLetter letter(Row row) {
        DomainEvent event = new DomainEvent(row.getUUID("id"), row.getString("type"), row.getString("aggregate_type"),
                row.getUUID("aggregate_id"), row.getOffsetDateTime("occurred_at").toInstant(), row.getLong("version"),
                row.getInteger("schema_version"), row.getString("traceparent"),
                new JsonObject(row.getString("payload")));
        return new DeadLetter(row.getString("stream"), event);
    }

    private static DeadLetterView view(Row row) {
        OffsetDateTime replayedAt = row.getOffsetDateTime("replayed_at");
        return new DeadLetterView(row.getUUID("id"), row.getString("stream"), row.getString("type"),
                row.getUUID("aggregate_id"), row.getOffsetDateTime("occurred_at").toInstant(), row.getString("reason"),
                row.getOffsetDateTime("died_at").toInstant(), replayedAt == null ? null : replayedAt.toInstant());
    }
}
