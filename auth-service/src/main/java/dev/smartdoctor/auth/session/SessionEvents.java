package dev.smartdoctor.auth.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.device.KnownDeviceRepository.Seen;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What the suite learns of sessions. */
@ApplicationScoped
public class SessionEvents {
    private final Outbox outbox;

    SessionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> started(SqlConnection tx, SessionState session, Seen device) {
        return append(tx, "session.started", session.accountId(), session.id(), 1, session.startedAt(),
                new JsonObject().put("newDevice", device.newDevice()).put("firstSignIn", device.firstSignIn()));
    }

    Uni<Void> revoked(SqlConnection tx, UUID accountId, UUID sessionId, long version, RevokeReason reason,
            Instant now) {
        return append(tx, "session.revoked", accountId, sessionId, version, now,
                new JsonObject().put("reason", reason.code()));
    }

    Uni<Void> reuseDetected(SqlConnection tx, UUID accountId, UUID sessionId, long version, Instant now) {
        return append(tx, "session.reuse_detected", accountId, sessionId, version, now, new JsonObject());
    }

    private Uni<Void> append(SqlConnection tx, String type, UUID accountId, UUID sessionId, long version, Instant now,
            JsonObject facts) {
        JsonObject payload = new JsonObject().put("accountId", accountId.toString())
                .put("sessionId", sessionId.toString())
                .mergeIn(facts);
        return outbox.append(tx, DomainEvent.of(type, "session", sessionId, version, now, payload));
    }
}
