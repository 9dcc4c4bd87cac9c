package dev.smartdoctor.auth.throttle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The counts, one row per key; a row is locked from reading to writing. */
@ApplicationScoped
public class ThrottleRepository {

    /** Reads and locks the row of the key, making it where it is missing. */
    public Uni<ThrottleState> lock(SqlConnection tx, byte[] key, Instant now) {
        return tx.preparedQuery("""
                INSERT INTO sign_in_throttle (throttle_key, touched_at) VALUES ($1, $2)
                ON CONFLICT ON CONSTRAINT sign_in_throttle_pk DO UPDATE SET touched_at = excluded.touched_at
                RETURNING failures, last_failure_at, reserved, reserved_until""")
                .execute(Tuple.of(Buffer.buffer(key), at(now)))
                .map(rows -> state(rows.iterator().next()));
    }

    public Uni<Void> write(SqlConnection tx, byte[] key, ThrottleState state) {
        return tx.preparedQuery("""
                UPDATE sign_in_throttle SET failures = $2, last_failure_at = $3, reserved = $4, reserved_until = $5
                 WHERE throttle_key = $1""")
                .execute(Tuple.of(Buffer.buffer(key), state.failures(), at(state.lastFailureAt()), state.reserved(),
                        at(state.reservedUntil())))
                .replaceWithVoid();
    }

    private static ThrottleState state(Row row) {
        return new ThrottleState(row.getInteger("failures"), instant(row, "last_failure_at"),
                row.getInteger("reserved"),
                instant(row, "reserved_until"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
