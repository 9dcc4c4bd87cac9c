package dev.smartdoctor.auth.password;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountEvents;
import dev.smartdoctor.auth.audit.AuditAction;
import dev.smartdoctor.auth.audit.AuditEntry;
import dev.smartdoctor.auth.audit.AuditTrail;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.CredentialRepository;
import dev.smartdoctor.auth.session.RevokeReason;
import dev.smartdoctor.auth.session.SessionService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What every new password brings with it: open resets are closed and sessions begun under the old one end. */
@ApplicationScoped
public class PasswordReplacing {
    private final CredentialRepository credentials;
    private final ResetRepository resets;
    private final SessionService sessions;
    private final AccountEvents events;
    private final AuditTrail audit;

    PasswordReplacing(CredentialRepository credentials, ResetRepository resets, SessionService sessions,
            AccountEvents events, AuditTrail audit) {
        this.credentials = credentials;
        this.resets = resets;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
    }

    /** After a reset no session is spared: whoever is signed in may be the reason for it. */
    Uni<Void> afterReset(SqlConnection tx, UUID accountId, Credential credential, Instant now) {
        return replace(tx, accountId, credential, now)
                .chain(() -> sessions.endAll(tx, accountId, Optional.empty(), RevokeReason.PASSWORD_RESET, now))
                .chain(() -> audit.append(tx, AuditEntry.own(AuditAction.PASSWORD_RESET, now, accountId)))
                .chain(() -> events.passwordChanged(tx, accountId, now));
    }

    /** After a change the session in which it was made goes on. */
    Uni<Void> afterChange(SqlConnection tx, UUID accountId, UUID sessionId, Credential credential, Instant now) {
        return replace(tx, accountId, credential, now)
                .chain(() -> sessions.endAll(tx, accountId, Optional.of(sessionId), RevokeReason.PASSWORD_CHANGED, now))
                .chain(() -> audit.append(tx,
                        AuditEntry.own(AuditAction.PASSWORD_CHANGED, now, accountId).in(sessionId)))
                .chain(() -> events.passwordChanged(tx, accountId, now));
    }

    private Uni<Void> replace(SqlConnection tx, UUID accountId, Credential credential, Instant now) {
        return credentials.put(tx, accountId, credential, now).chain(() -> resets.closeAll(tx, accountId, now));
    }
}
