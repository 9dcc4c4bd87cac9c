package dev.smartdoctor.auth.device;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The devices from which each account has signed in. */
@ApplicationScoped
public class KnownDeviceRepository {

    public Uni<Boolean> isKnown(SqlConnection connection, UUID accountId, UUID deviceId) {
        return connection.preparedQuery("SELECT 1 FROM known_device WHERE account_id = $1 AND device_id = $2")
                .execute(Tuple.of(accountId, deviceId)).map(rows -> rows.rowCount() > 0);
    }

    /** Notes a sign-in from the device; answers what was known before it. The caller holds the account's lock. */
    public Uni<Seen> see(SqlConnection tx, UUID accountId, UUID deviceId, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return tx.preparedQuery("""
                SELECT NOT EXISTS (SELECT FROM known_device WHERE account_id = $1) AS first_sign_in,
                       NOT EXISTS (SELECT FROM known_device WHERE account_id = $1 AND device_id = $2) AS new_device""")
                .execute(Tuple.of(accountId, deviceId))
                .map(rows -> rows.iterator().next())
                .map(row -> new Seen(row.getBoolean("new_device"), row.getBoolean("first_sign_in")))
                .call(() -> tx.preparedQuery("""
                        INSERT INTO known_device (account_id, device_id, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $3)
                        ON CONFLICT ON CONSTRAINT known_device_pk DO UPDATE SET last_seen_at = excluded.last_seen_at""")
                        .execute(Tuple.of(accountId, deviceId, at)));
    }

    /** What was known of a device before a sign-in. */
    public record Seen(boolean newDevice, boolean firstSignIn) {}
}
