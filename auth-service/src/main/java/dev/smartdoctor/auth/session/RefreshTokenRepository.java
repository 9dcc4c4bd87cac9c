package dev.smartdoctor.auth.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tokens of each family, by hash. */
@ApplicationScoped
public class RefreshTokenRepository {

    public Uni<Void> insert(SqlConnection tx, OpaqueToken token, UUID sessionId, int generation) {
        return tx.preparedQuery("INSERT INTO refresh_token (token_hash, session_id, generation) VALUES ($1, $2, $3)")
                .execute(Tuple.of(Buffer.buffer(token.hash()), sessionId, generation)).replaceWithVoid();
    }

    public Uni<Optional<StoredToken>> find(SqlConnection tx, OpaqueToken token) {
        return tx.preparedQuery("""
                SELECT t.session_id, s.account_id, t.generation, t.rotated_at, t.sealed_successor
                  FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE t.token_hash = $1""")
                .execute(Tuple.of(Buffer.buffer(token.hash())))
                .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(stored(rows.iterator().next())));
    }

    /** Notes that the token was exchanged, and seals its successor for those who ask again in time. */
    public Uni<Void> markRotated(SqlConnection tx, OpaqueToken token, byte[] sealedSuccessor, Instant now) {
        return tx.preparedQuery("UPDATE refresh_token SET rotated_at = $2, sealed_successor = $3 WHERE token_hash = $1")
                .execute(Tuple.of(Buffer.buffer(token.hash()), now.atOffset(ZoneOffset.UTC),
                        Buffer.buffer(sealedSuccessor)))
                .replaceWithVoid();
    }

    private static StoredToken stored(Row row) {
        OffsetDateTime rotatedAt = row.getOffsetDateTime("rotated_at");
        return new StoredToken(row.getUUID("session_id"), row.getUUID("account_id"), row.getInteger("generation"),
                Optional.ofNullable(rotatedAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getBuffer("sealed_successor")).map(sealed -> sealed.getBytes()));
    }

    /** A token of some family, old or new. */
    public record StoredToken(UUID sessionId, UUID accountId, int generation, Optional<Instant> rotatedAt,
            Optional<byte[]> sealedSuccessor) {}
}
