package dev.smartdoctor.auth.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Appends to the audit in the transaction of what is recorded: neither exists without the other. */
@ApplicationScoped
public class AuditTrail {

    public Uni<Void> append(SqlConnection tx, AuditEntry entry) {
        return tx.preparedQuery("""
                INSERT INTO audit_event (id, occurred_at, action, actor_id, subject_id, session_id, place, detail)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""")
                .execute(Tuple.from(Arrays.asList(UUID.randomUUID(), entry.at().atOffset(ZoneOffset.UTC),
                        entry.action().code(), entry.actorId(), entry.subjectId(), entry.sessionId(), entry.place(),
                        entry.detail())))
                .replaceWithVoid();
    }

    /** Whether the account has seen fewer of these in the last hour than the limit. */
    public Uni<Boolean> below(SqlConnection tx, int limit, AuditAction action, UUID accountId, Instant now) {
        return tx.preparedQuery(
                "SELECT count(*) FROM audit_event WHERE subject_id = $1 AND action = $2 AND occurred_at > $3")
                .execute(Tuple.of(accountId, action.code(), now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0) < limit);
    }
}
