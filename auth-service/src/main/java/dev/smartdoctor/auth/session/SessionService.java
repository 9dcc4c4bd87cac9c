package dev.smartdoctor.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.audit.AuditAction;
import dev.smartdoctor.auth.audit.AuditEntry;
import dev.smartdoctor.auth.audit.AuditTrail;
import dev.smartdoctor.auth.device.Device;
import dev.smartdoctor.auth.device.KnownDeviceRepository.Seen;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Starts and ends sessions inside the caller's transaction, which holds the account's row lock. */
@ApplicationScoped
public class SessionService {
    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final AccountWriteRepository accounts;
    private final SessionEvents events;
    private final AuditTrail audit;
    private final SessionConfig config;

    SessionService(SessionRepository sessions, RefreshTokenRepository tokens, AccountWriteRepository accounts,
            SessionEvents events, AuditTrail audit, SessionConfig config) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.audit = audit;
        this.config = config;
    }

    public Uni<Started> start(SqlConnection tx, AccountState account, Device device, Seen seen, Instant now) {
        SessionState session = new SessionState(UUID.randomUUID(), account.id(), account.sessionVersion(), 1,
                device.label(), device.place(), now, now, now, now.plus(config.absoluteLimit()), false);
        OpaqueToken token = OpaqueToken.random();
        AuditEntry entry = AuditEntry.own(AuditAction.SIGNED_IN, now, account.id()).in(session.id())
                .from(device.place());
        return sessions.insert(tx, session)
                .chain(() -> tokens.insert(tx, token, session.id(), 1))
                .chain(() -> events.started(tx, session, seen))
                .chain(() -> audit.append(tx, entry))
                .replaceWith(new Started(session, token));
    }

    /** Ends one session; answers false where it had ended before. */
    public Uni<Boolean> end(SqlConnection tx, UUID accountId, UUID sessionId, RevokeReason reason, Instant now) {
        return sessions.revoke(tx, sessionId, reason, now).chain(version -> {
            if (version.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            return events.revoked(tx, accountId, sessionId, version.get() - 1, reason, now)
                    .chain(() -> reason == RevokeReason.REUSE_DETECTED
                            ? events.reuseDetected(tx, accountId, sessionId, version.get(), now)
                            : Uni.createFrom().voidItem())
                    .chain(() -> audit.append(tx, entry(accountId, sessionId, reason, now)))
                    .replaceWith(true);
        });
    }

    /** Ends all sessions of the account, except, where one is named, that from which the owner asked for it. */
    public Uni<Void> endAll(SqlConnection tx, UUID accountId, Optional<UUID> spared, RevokeReason reason, Instant now) {
        return accounts.raiseSessionVersion(tx, accountId)
                .call(version -> spared.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : sessions.carryOver(tx, spared.get(), version))
                .chain(() -> sessions.unrevoked(tx, accountId, spared, now))
                .chain(ids -> endEach(tx, accountId, ids, reason, now));
    }

    private Uni<Void> endEach(SqlConnection tx, UUID accountId, List<UUID> ids, RevokeReason reason, Instant now) {
        Uni<Void> ended = Uni.createFrom().voidItem();
        for (UUID id : ids) {
            ended = ended.chain(() -> end(tx, accountId, id, reason, now)).replaceWithVoid();
        }
        return ended;
    }

    private static AuditEntry entry(UUID accountId, UUID sessionId, RevokeReason reason, Instant now) {
        AuditAction action = switch (reason) {
            case LOGOUT -> AuditAction.SIGNED_OUT;
            case REUSE_DETECTED -> AuditAction.REFRESH_TOKEN_REUSED;
            default -> AuditAction.SESSION_REVOKED;
        };
        return AuditEntry.to(action, now, accountId).in(sessionId).saying(reason.code());
    }

    /** A new session and its first refresh token. */
    public record Started(SessionState session, OpaqueToken token) {}
}
