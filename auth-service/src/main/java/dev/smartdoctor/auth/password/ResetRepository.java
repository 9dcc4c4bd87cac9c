package dev.smartdoctor.auth.password;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Password resets that were asked for. */
@ApplicationScoped
public class ResetRepository {

    public Uni<Void> insert(SqlConnection tx, Reset reset, Instant now) {
        return tx.preparedQuery(
                "INSERT INTO password_reset (id, account_id, requested_at, expires_at) VALUES ($1, $2, $3, $4)")
                .execute(Tuple.of(reset.id(), reset.accountId(), at(now), at(reset.expiresAt()))).replaceWithVoid();
    }

    /** A reset that was neither used nor replaced and has not expired. */
    public Uni<Optional<Reset>> findOpen(SqlConnection connection, UUID id, Instant now) {
        return connection.preparedQuery("""
                SELECT id, account_id, expires_at FROM password_reset
                 WHERE id = $1 AND consumed_at IS NULL AND expires_at > $2""")
                .execute(Tuple.of(id, at(now)))
                .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
    }

    /** Closes every open reset of the account: its password has changed. */
    public Uni<Void> closeAll(SqlConnection tx, UUID accountId, Instant now) {
        return tx
                .preparedQuery(
                        "UPDATE password_reset SET consumed_at = $2 WHERE account_id = $1 AND consumed_at IS NULL")
                .execute(Tuple.of(accountId, at(now))).replaceWithVoid();
    }

    private static Reset read(Row row) {
        return new Reset(row.getUUID("id"), row.getUUID("account_id"), row.getOffsetDateTime("expires_at").toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A reset that was asked for. */
    public record Reset(UUID id, UUID accountId, Instant expiresAt) {}
}
