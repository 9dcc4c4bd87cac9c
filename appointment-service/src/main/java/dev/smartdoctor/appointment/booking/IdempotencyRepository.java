package dev.smartdoctor.appointment.booking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Idempotency keys. Claiming is an insert in the booking's own transaction: a twin waits at the primary key until the
 * first has committed (then it finds the record) or rolled back (then the key is its own).
 */
@ApplicationScoped
class IdempotencyRepository {

    private static final String CLAIM = """
            insert into idempotency_record (account_id, idempotency_key, route, fingerprint, appointment_id, created_at,
                expires_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict on constraint idempotency_record_pk do update
                set route = excluded.route, fingerprint = excluded.fingerprint, appointment_id = excluded.appointment_id,
                    created_at = excluded.created_at, expires_at = excluded.expires_at
                where idempotency_record.expires_at <= excluded.created_at
            returning appointment_id""";

    private static final String FIND = """
            select route, fingerprint, appointment_id from idempotency_record
            where account_id = $1 and idempotency_key = $2""";

    private static final String SWEEP = """
            delete from idempotency_record where ctid = any (array(
                select ctid from idempotency_record where expires_at <= $1 limit $2))""";

    private final BookingConfig config;

    IdempotencyRepository(BookingConfig config) {
        this.config = config;
    }

    /** True if the key is now this transaction's. */
    Uni<Boolean> claim(SqlConnection tx, Claim claim, Instant now) {
        Instant expiresAt = now.plus(config.keyRetention());
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.from(Arrays.asList(claim.accountId(), claim.key(), claim.route(), claim.fingerprint(),
                        claim.appointmentId(), now.atOffset(ZoneOffset.UTC), expiresAt.atOffset(ZoneOffset.UTC))))
                .map(rows -> rows.size() == 1);
    }

    Uni<Claim> find(SqlConnection tx, UUID accountId, String key) {
        return tx.preparedQuery(FIND).execute(Tuple.of(accountId, key)).map(rows -> rows.iterator().next())
                .map(row -> new Claim(accountId, key, row.getString("route"),
                        row.getDelegate().getBuffer("fingerprint"),
                        row.getUUID("appointment_id")));
    }

    /** Forgets records past their time, a bounded number at once; answers how many. */
    Uni<Integer> sweep(SqlConnection connection, Instant now, int limit) {
        return connection.preparedQuery(SWEEP).execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> rows.rowCount());
    }

    /** A key, what was asked with it, and the visit it led to. */
    record Claim(UUID accountId, String key, String route, Buffer fingerprint, UUID appointmentId) {

        boolean asksTheSameAs(Claim other) {
            return route.equals(other.route) && fingerprint.equals(other.fingerprint);
        }
    }
}
