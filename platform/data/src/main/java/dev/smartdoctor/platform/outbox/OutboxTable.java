package dev.smartdoctor.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The statements of the queue. */
final class OutboxTable {
    /**
     * Due head rows, oldest first: of one aggregate only the row with the lowest number, so that nothing overtakes. A row that
     * another relay holds is passed over.
     */
    private static final String CLAIM_DUE = """
            SELECT o.id, o.type, o.aggregate_type, o.aggregate_id, o.occurred_at, o.version, o.schema_version, o.traceparent,
                   o.payload, o.entry_id, cardinality(o.pending_groups) AS groups
              FROM outbox o
             WHERE o.next_look_at <= now()
               AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.aggregate_id = o.aggregate_id AND p.seq < o.seq)
             ORDER BY o.next_look_at, o.seq
             LIMIT $1
               FOR UPDATE OF o SKIP LOCKED""";
    /** The longer a group has not confirmed (it may be down for hours), the more seldom its rows are looked at. */
    private static final String MARK_PUBLISHED = """
            UPDATE outbox o SET entry_id = p.entry,
                   next_look_at = now() + greatest($3::bigint * interval '1 millisecond',
                                                   least(interval '1 minute', (now() - o.occurred_at) / 2))
              FROM unnest($1::uuid[], $2::text[]) AS p(id, entry)
             WHERE o.id = p.id""";
    private static final String DELETE = "DELETE FROM outbox WHERE id = ANY($1::uuid[])";
    private static final String DELETE_LAST_CONFIRMED = """
            DELETE FROM outbox WHERE id = ANY($1::uuid[]) AND pending_groups <@ ARRAY[$2::text]""";
    private static final String CONFIRM = """
            UPDATE outbox SET pending_groups = array_remove(pending_groups, $2::text) WHERE id = ANY($1::uuid[])""";
    private static final String DELETE_CONFIRMED = """
            DELETE FROM outbox WHERE id = ANY($1::uuid[]) AND cardinality(pending_groups) = 0""";

    private OutboxTable() {
    }

    /** A row of the queue; {@code entryId} is its place in the stream, null where it was never published. */
    record Entry(DomainEvent event, String entryId, boolean awaitsConfirmation) {
        boolean isPublished() {
            return entryId != null;
        }
    }

    static Uni<List<Entry>> claimDue(SqlConnection tx, int most) {
        return tx.preparedQuery(CLAIM_DUE).execute(Tuple.of(most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(OutboxTable::read).toList());
    }

    static Uni<Void> markPublished(SqlConnection tx, List<UUID> ids, List<String> entryIds, Duration lookAgainIn) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple row = Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new))
                .addArrayOfString(entryIds.toArray(String[]::new)).addLong(lookAgainIn.toMillis());
        return tx.preparedQuery(MARK_PUBLISHED).execute(row).replaceWithVoid();
    }

    static Uni<Void> delete(SqlConnection tx, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(DELETE).execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    /** Two groups may confirm the same event at once: the one that waits for the other's row lock finds it empty and deletes. */
    static Uni<Void> confirm(SqlConnection tx, List<UUID> ids, String group) {
        UUID[] array = ids.toArray(UUID[]::new);
        return tx.preparedQuery(DELETE_LAST_CONFIRMED).execute(Tuple.tuple().addArrayOfUUID(array).addString(group))
                .chain(gone -> gone.rowCount() == ids.size()
                        ? Uni.createFrom().voidItem()
                        : tx.preparedQuery(CONFIRM).execute(Tuple.tuple().addArrayOfUUID(array).addString(group))
                                .chain(() -> tx.preparedQuery(DELETE_CONFIRMED)
                                        .execute(Tuple.tuple().addArrayOfUUID(array)))
                                .replaceWithVoid());
    }

    private static Entry read(Row row) {
        Instant occurredAt = row.getOffsetDateTime("occurred_at").toInstant();
        DomainEvent event = new DomainEvent(row.getUUID("id"), row.getString("type"), row.getString("aggregate_type"),
                row.getUUID("aggregate_id"), occurredAt, row.getLong("version"), row.getInteger("schema_version"),
                row.getString("traceparent"), new JsonObject(row.getString("payload")));
        return new Entry(event, row.getString("entry_id"), row.getInteger("groups") > 0);
    }
}
