package dev.smartdoctor.auth.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.session.SessionConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** When people were last seen. An instant only ever moves forward, and never past the end of an idle session. */
@ApplicationScoped
public class ActivityRepository {
    /** Calls closer together than this are one. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    private final SessionConfig config;

    ActivityRepository(SessionConfig config) {
        this.config = config;
    }

    /** Notes a call in the session; answers whether the session lives. */
    public Uni<Boolean> see(SqlConnection connection, UUID sessionId, Instant now) {
        return connection.preparedQuery("""
                WITH live AS (
                    SELECT id FROM session
                     WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2 AND last_seen_at > $3),
                seen AS (
                    UPDATE session SET last_seen_at = $2 WHERE id IN (SELECT id FROM live) AND last_seen_at < $4)
                SELECT count(*) FROM live""")
                .execute(Tuple.of(sessionId, at(now), at(now.minus(config.idleLimit())), at(now.minus(GRAIN))))
                .map(rows -> rows.iterator().next().getLong(0) > 0);
    }

    /** Takes over what another part saw; sessions that are unknown, ended or idle by then stay as they are. */
    public Uni<Void> take(SqlConnection tx, List<ActivityRequest.Item> items, Instant now) {
        UUID[] ids = items.stream().map(ActivityRequest.Item::sid).toArray(UUID[]::new);
        OffsetDateTime[] times = items.stream().map(item -> at(earlier(item.seenAt(), now)))
                .toArray(OffsetDateTime[]::new);
        return tx.preparedQuery("""
                WITH reported AS (
                    SELECT sid, max(seen_at) AS seen_at FROM unnest($1::uuid[], $2::timestamptz[]) AS r (sid, seen_at)
                     GROUP BY sid),
                locked AS (
                    SELECT s.id, r.seen_at FROM session s JOIN reported r ON r.sid = s.id
                     WHERE s.revoked_at IS NULL AND s.last_seen_at < r.seen_at
                       AND r.seen_at < s.last_seen_at + $3 * interval '1 millisecond'
                     ORDER BY s.id FOR NO KEY UPDATE OF s)
                UPDATE session s SET last_seen_at = l.seen_at FROM locked l WHERE s.id = l.id""")
                .execute(Tuple.tuple().addArrayOfUUID(ids).addArrayOfOffsetDateTime(times)
                        .addDouble((double) config.idleLimit().toMillis()))
                .replaceWithVoid();
    }

    private static Instant earlier(Instant reported, Instant now) {
        return reported.isAfter(now) ? now : reported;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
