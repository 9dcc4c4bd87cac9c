package dev.smartdoctor.auth.password;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountEvents;
import dev.smartdoctor.auth.audit.AuditAction;
import dev.smartdoctor.auth.audit.AuditEntry;
import dev.smartdoctor.auth.audit.AuditTrail;
import dev.smartdoctor.auth.mailtoken.TokenConfig;
import dev.smartdoctor.auth.password.ResetRepository.Reset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Makes a reset and has it mailed; somebody who forgot asks for one, and an invitation of staff is one. */
@ApplicationScoped
public class ResetRequesting {
    private final ResetRepository resets;
    private final AccountEvents events;
    private final AuditTrail audit;
    private final TokenConfig config;

    ResetRequesting(ResetRepository resets, AccountEvents events, AuditTrail audit, TokenConfig config) {
        this.resets = resets;
        this.events = events;
        this.audit = audit;
        this.config = config;
    }

    public Uni<Void> request(SqlConnection tx, UUID accountId, Instant now) {
        Reset reset = new Reset(UUID.randomUUID(), accountId, now.plus(config.resetLifetime()));
        return resets.insert(tx, reset, now)
                .chain(() -> audit.append(tx, AuditEntry.to(AuditAction.PASSWORD_RESET_REQUESTED, now, accountId)))
                .chain(() -> events.passwordResetRequested(tx, accountId, reset.id(), now));
    }

    /** As {@link #request}, unless the account's mails of this hour are used up. */
    Uni<Void> requestPaced(SqlConnection tx, UUID accountId, Instant now) {
        return audit.below(tx, config.mailsPerHour(), AuditAction.PASSWORD_RESET_REQUESTED, accountId, now)
                .chain(allowed -> allowed ? request(tx, accountId, now) : Uni.createFrom().voidItem());
    }
}
