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
    /** That row o is the first of its aggregate, as it mostly is. */
    private static final String IS_FIRST = """
            NOT EXISTS (SELECT 1 FROM outbox e WHERE e.aggregate_id = o.aggregate_id AND e.seq < o.seq)""";
    /** That group g has confirmed all that was before row o in its aggregate. */
    private static final String IS_NEXT_FOR_G = """
            NOT EXISTS (SELECT 1 FROM outbox e
                         WHERE e.aggregate_id = o.aggregate_id AND e.seq < o.seq AND g = ANY(e.pending_groups))""";
    /**
     * Due rows, oldest first, that somebody may have: of one aggregate a group gets only the first row it has not confirmed, so
     * that nothing overtakes. A row that another relay holds is passed over.
     */
    private static final String CLAIM_DUE = """
            SELECT o.id, o.type, o.aggregate_type, o.aggregate_id, o.occurred_at, o.version, o.schema_version, o.traceparent,
                   o.payload, o.entry_id, o.pending_groups, o.offered_groups,
                   CASE WHEN %1$s THEN o.pending_groups
                        ELSE ARRAY(SELECT g FROM unnest(o.pending_groups) g WHERE %2$s) END AS ready_groups
              FROM outbox o
             WHERE o.next_look_at <= now()
               AND (%1$s OR EXISTS (SELECT 1 FROM unnest(o.pending_groups) g WHERE %2$s))
             ORDER BY o.next_look_at, o.seq
             LIMIT $1
               FOR UPDATE OF o SKIP LOCKED""".formatted(IS_FIRST, IS_NEXT_FOR_G);
    /**
     * The longer a group has not confirmed (it may be down for hours), the more seldom its rows are looked at; at once where a
     * further group confirmed the event before while this one was being published.
     */
    private static final String MARK_PUBLISHED = """
            UPDATE outbox o SET entry_id = p.entry, offered_groups = string_to_array(p.offered, ','),
                   next_look_at = CASE
                       WHEN EXISTS (SELECT 1 FROM unnest(o.pending_groups) g
                                     WHERE g <> ALL(string_to_array(p.offered, ',')) AND %s)
                       THEN now()
                       ELSE now() + greatest($4::bigint * interval '1 millisecond',
                                             least(interval '1 minute', (now() - o.occurred_at) / 2)) END
              FROM unnest($1::uuid[], $2::text[], $3::text[]) AS p(id, entry, offered)
             WHERE o.id = p.id""".formatted(IS_NEXT_FOR_G);
    private static final String DELETE = "DELETE FROM outbox WHERE id = ANY($1::uuid[])";
    private static final String DELETE_LAST_CONFIRMED = """
            DELETE FROM outbox WHERE id = ANY($1::uuid[]) AND pending_groups <@ ARRAY[$2::text]""";
    /**
     * Two groups may confirm the same events at once, and events that follow each other: all rows that this and
     * {@link #MAKE_NEXT_DUE} change are locked in one order, so that neither waits for the other in a circle.
     */
    private static final String CONFIRM = """
            WITH locked AS (
                SELECT o.id FROM outbox o
                 WHERE o.id IN (SELECT unnest($1::uuid[])
                                UNION
                                SELECT n.id FROM outbox c JOIN outbox n ON n.aggregate_id = c.aggregate_id AND n.seq > c.seq
                                 WHERE c.id = ANY($1::uuid[]) AND $2::text = ANY(n.pending_groups))
                 ORDER BY o.seq FOR UPDATE OF o)
            UPDATE outbox o SET pending_groups = array_remove(o.pending_groups, $2::text)
              FROM locked l WHERE o.id = l.id AND o.id = ANY($1::uuid[])""";
    /** What follows in the same aggregates may be in the stream already, though not for this group. */
    private static final String MAKE_NEXT_DUE = """
            UPDATE outbox o SET next_look_at = now()
             WHERE $2::text = ANY(o.pending_groups) AND $2::text <> ALL(o.offered_groups)
               AND EXISTS (SELECT 1 FROM outbox c
                            WHERE c.id = ANY($1::uuid[]) AND c.aggregate_id = o.aggregate_id AND c.seq < o.seq)""";
    private static final String DELETE_CONFIRMED = """
            DELETE FROM outbox WHERE id = ANY($1::uuid[]) AND cardinality(pending_groups) = 0""";

    private OutboxTable() {
    }

    /**
     * A row of the queue; {@code entryId} is its place in the stream, null where it was never published. Of the groups that have
     * not confirmed it, {@code ready} may have it now, and for {@code offered} it is in the stream.
     */
    record Entry(DomainEvent event, String entryId, List<String> pending, List<String> ready, List<String> offered) {
        /** Whether the stream, unless it was emptied, has the event for everyone who may have it. */
        boolean isPublished() {
            return entryId != null && offered.containsAll(ready);
        }

        boolean awaitsConfirmation() {
            return !pending.isEmpty();
        }

        /** Who must first confirm an earlier event of the aggregate. */
        List<String> withheldFrom() {
            return pending.stream().filter(group -> !ready.contains(group)).toList();
        }
    }

    /** A row with the entry that stands for it in the stream, and the groups it is meant for. */
    record Published(UUID id, String entryId, List<String> groups) {}

    static Uni<List<Entry>> claimDue(SqlConnection tx, int most) {
        return tx.preparedQuery(CLAIM_DUE).execute(Tuple.of(most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(OutboxTable::read).toList());
    }

    static Uni<Void> markPublished(SqlConnection tx, List<Published> rows, Duration lookAgainIn) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple row = Tuple.tuple().addArrayOfUUID(rows.stream().map(Published::id).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(Published::entryId).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(published -> String.join(",", published.groups()))
                        .toArray(String[]::new))
                .addLong(lookAgainIn.toMillis());
        return tx.preparedQuery(MARK_PUBLISHED).execute(row).replaceWithVoid();
    }

    static Uni<Void> delete(SqlConnection tx, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(DELETE).execute(Tuple.of(array(ids))).replaceWithVoid();
    }

    /** For a service whose events one group confirms: mostly a single statement. */
    static Uni<Void> confirm(SqlConnection tx, List<UUID> ids, String group) {
        return tx.preparedQuery(DELETE_LAST_CONFIRMED).execute(Tuple.of(array(ids), group))
                .chain(gone -> gone.rowCount() == ids.size()
                        ? Uni.createFrom().voidItem()
                        : confirmAmongOthers(tx, ids, group));
    }

    /** For one of several groups: two may confirm the same event at once, and the one that waits for the other's lock deletes. */
    static Uni<Void> confirmAmongOthers(SqlConnection tx, List<UUID> ids, String group) {
        Tuple confirmation = Tuple.of(array(ids), group);
        return tx.preparedQuery(CONFIRM).execute(confirmation)
                .chain(() -> tx.preparedQuery(MAKE_NEXT_DUE).execute(confirmation))
                .chain(() -> tx.preparedQuery(DELETE_CONFIRMED).execute(Tuple.of(array(ids))))
                .replaceWithVoid();
    }

    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static Entry read(Row row) {
        Instant occurredAt = row.getOffsetDateTime("occurred_at").toInstant();
        DomainEvent event = new DomainEvent(row.getUUID("id"), row.getString("type"), row.getString("aggregate_type"),
                row.getUUID("aggregate_id"), occurredAt, row.getLong("version"), row.getInteger("schema_version"),
                row.getString("traceparent"), new JsonObject(row.getString("payload")));
        return new Entry(event, row.getString("entry_id"), groups(row, "pending_groups"), groups(row, "ready_groups"),
                groups(row, "offered_groups"));
    }

    private static List<String> groups(Row row, String column) {
        return List.of(row.getArrayOfStrings(column));
    }
}
