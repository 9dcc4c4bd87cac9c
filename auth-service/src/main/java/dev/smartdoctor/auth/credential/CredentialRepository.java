package dev.smartdoctor.auth.credential;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The one password of each account. */
@ApplicationScoped
public class CredentialRepository {

    public Uni<Optional<Credential>> find(SqlConnection connection, UUID accountId) {
        return connection.preparedQuery("SELECT algorithm, cost, pepper_id, hash FROM credential WHERE account_id = $1")
                .execute(Tuple.of(accountId))
                .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
    }

    /** Sets the password, whether there was one or not. */
    public Uni<Void> put(SqlConnection tx, UUID accountId, Credential credential, Instant now) {
        return tx.preparedQuery("""
                INSERT INTO credential (account_id, algorithm, cost, pepper_id, hash, changed_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT ON CONSTRAINT credential_pk DO UPDATE
                   SET algorithm = excluded.algorithm, cost = excluded.cost, pepper_id = excluded.pepper_id,
                       hash = excluded.hash, changed_at = excluded.changed_at""")
                .execute(Tuple.from(Arrays.asList(accountId, credential.algorithm(), credential.cost(),
                        credential.pepperId(), credential.hash(), now.atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** The credential in a row that has its four columns. */
    public static Credential read(Row row) {
        return new Credential(row.getString("algorithm"), row.getInteger("cost"), row.getString("pepper_id"),
                row.getString("hash"));
    }
}
