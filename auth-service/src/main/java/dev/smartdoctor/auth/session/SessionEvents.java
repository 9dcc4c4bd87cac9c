package dev.smartdoctor.auth.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountWriteRepository;
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
    private final AccountWriteRepository accounts;

    SessionEvents(Outbox outbox, AccountWriteRepository accounts) {
        this.outbox = outbox;
        this.accounts = accounts;
    }

    Uni<Void> started(SqlConnection tx, SessionState session, Seen device) {
        JsonObject payload = payload(session.accountId(), session.id()).put("newDevice", device.newDevice())
                .put("firstSignIn", device.firstSignIn());
        return accounts.advance(tx, session.accountId())
                .chain(version -> outbox.append(tx,
                        DomainEvent.of(SessionEventType.STARTED, session.accountId(), version,
                                session.startedAt(), payload)));
    }

    Uni<Void> revoked(SqlConnection tx, UUID accountId, UUID sessionId, long version, RevokeReason reason,
            Instant now) {
        return append(tx, SessionEventType.REVOKED, sessionId, version, now,
                payload(accountId, sessionId).put("reason", reason.code()));
    }

    Uni<Void> reuseDetected(SqlConnection tx, UUID accountId, UUID sessionId, long version, Instant now) {
        return append(tx, SessionEventType.REUSE_DETECTED, sessionId, version, now, payload(accountId, sessionId));
    }

    private Uni<Void> append(SqlConnection tx, SessionEventType type, UUID sessionId, long version, Instant now,
            JsonObject payload) {
        return outbox.append(tx, DomainEvent.of(type, sessionId, version, now, payload));
    }

    private static JsonObject payload(UUID accountId, UUID sessionId) {
        return new JsonObject().put("accountId", accountId.toString()).put("sessionId", sessionId.toString());
    }
}
