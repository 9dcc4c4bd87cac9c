package dev.smartdoctor.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Session rows. What changes one is called under the account's lock. */
@ApplicationScoped
public class SessionRepository {
    private static final String COLUMNS = """
            id, account_id, session_version, generation, device, place, started_at, last_seen_at, last_refreshed_at,
            expires_at, revoked_at IS NOT NULL AS revoked""";
    private static final String LIVE = " account_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND last_seen_at > $3";

    public Uni<Void> insert(SqlConnection tx, SessionState session) {
        return tx.preparedQuery("""
                INSERT INTO session (id, account_id, session_version, device, place, started_at, last_seen_at,
                                     last_refreshed_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $7)""")
                .execute(Tuple.from(Arrays.asList(session.id(), session.accountId(), session.sessionVersion(),
                        session.device(), session.place(), at(session.startedAt()), at(session.expiresAt()))))
                .replaceWithVoid();
    }

    public Uni<Optional<SessionState>> find(SqlConnection connection, UUID id) {
        return connection.preparedQuery("SELECT " + COLUMNS + " FROM session WHERE id = $1").execute(Tuple.of(id))
                .map(rows -> states(rows).stream().findFirst());
    }

    public Uni<Void> rotate(SqlConnection tx, SessionState session) {
        return tx.preparedQuery("UPDATE session SET generation = $2, last_refreshed_at = $3 WHERE id = $1")
                .execute(Tuple.of(session.id(), session.generation(), at(session.lastRefreshedAt()))).replaceWithVoid();
    }

    /** Ends a session; answers the versions for its events, empty where it had ended before. */
    public Uni<Optional<Long>> revoke(SqlConnection tx, UUID id, RevokeReason reason, Instant now) {
        return tx.preparedQuery("""
                UPDATE session SET revoked_at = $2, revoke_reason = $3, version = version + 2
                 WHERE id = $1 AND revoked_at IS NULL RETURNING version""")
                .execute(Tuple.of(id, at(now), reason.code()))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong(0)));
    }

    /** The sessions of an account that have neither ended nor expired, other than the one to be spared. */
    public Uni<List<UUID>> unrevoked(SqlConnection tx, UUID accountId, Optional<UUID> spared, Instant now) {
        return tx.preparedQuery("""
                SELECT id FROM session
                 WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND id IS DISTINCT FROM $3
                 ORDER BY id""")
                .execute(Tuple.of(accountId, at(now), spared.orElse(null)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getUUID("id")).toList());
    }

    /** Carries a session over into the account's new session version. */
    public Uni<Void> carryOver(SqlConnection tx, UUID id, int sessionVersion) {
        return tx.preparedQuery("UPDATE session SET session_version = $2 WHERE id = $1")
                .execute(Tuple.of(id, sessionVersion)).replaceWithVoid();
    }

    public Uni<Page<SessionState>> live(SqlConnection connection, UUID accountId, Instant now, Duration idleLimit,
            PageRequest page) {
        OffsetDateTime seenAfter = at(now.minus(idleLimit));
        return connection.preparedQuery("SELECT count(*) FROM session WHERE" + LIVE)
                .execute(Tuple.of(accountId, at(now), seenAfter))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(total -> connection.preparedQuery("SELECT " + COLUMNS + " FROM session WHERE" + LIVE
                        + " ORDER BY started_at DESC, id LIMIT $4 OFFSET $5")
                        .execute(Tuple.of(accountId, at(now), seenAfter, page.pageSize(), page.offset()))
                        .map(rows -> Page.of(states(rows), page, total)));
    }

    public Uni<List<RevocationsView.Item>> revokedSince(SqlConnection connection, Instant since) {
        return connection.preparedQuery("SELECT id, revoked_at FROM session WHERE revoked_at >= $1 ORDER BY revoked_at")
                .execute(Tuple.of(at(since)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new RevocationsView.Item(row.getUUID("id"),
                                row.getOffsetDateTime("revoked_at").toInstant()))
                        .toList());
    }

    private static List<SessionState> states(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(SessionRepository::state).toList();
    }

    private static SessionState state(Row row) {
        return new SessionState(row.getUUID("id"), row.getUUID("account_id"), row.getInteger("session_version"),
                row.getInteger("generation"), row.getString("device"), row.getString("place"),
                instant(row, "started_at"),
                instant(row, "last_seen_at"), instant(row, "last_refreshed_at"), instant(row, "expires_at"),
                row.getBoolean("revoked"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
