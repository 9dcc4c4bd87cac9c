package dev.smartdoctor.auth.admin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountEvents;
import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountStatus;
import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.audit.AuditAction;
import dev.smartdoctor.auth.audit.AuditEntry;
import dev.smartdoctor.auth.audit.AuditTrail;
import dev.smartdoctor.auth.session.RevokeReason;
import dev.smartdoctor.auth.session.SessionService;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The transaction of changed access. Every session of the account ends with it, so that no token says what is no longer
 * true; and one active administrator always remains.
 */
@ApplicationScoped
public class UserAdministration {
    private final AccountWriteRepository accounts;
    private final SessionService sessions;
    private final AccountEvents events;
    private final AuditTrail audit;

    UserAdministration(AccountWriteRepository accounts, SessionService sessions, AccountEvents events,
            AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
    }

    Uni<AccountState> change(SqlConnection tx, UUID actor, UUID id, ChangeUserRequest request, Instant now) {
        // The lock on "who administers" comes before the account's, in every transaction that takes both.
        return accounts.lockAdministrators(tx)
                .chain(() -> accounts.lock(tx, id))
                .map(found -> AccessChange.of(found.orElseThrow(() -> new NotFound("account")), request))
                .call(change -> change.removesAdministrator() ? requireAnother(tx, id) : Uni.createFrom().voidItem())
                .call(change -> change.changesNothing() ? Uni.createFrom().voidItem() : apply(tx, actor, change, now))
                .map(AccessChange::after);
    }

    private Uni<Void> requireAnother(SqlConnection tx, UUID id) {
        return accounts.otherActiveAdmins(tx, id).chain(others -> others > 0
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new LastAdministrator()));
    }

    private Uni<Void> apply(SqlConnection tx, UUID actor, AccessChange change, Instant now) {
        UUID id = change.before().id();
        RevokeReason reason = change.status() == AccountStatus.DISABLED
                ? RevokeReason.DISABLED
                : RevokeReason.ROLES_CHANGED;
        return accounts.changeAccess(tx, id, change.roles(), change.status())
                .chain(() -> sessions.endAll(tx, id, Optional.empty(), reason, now))
                .chain(() -> change.changesRoles() ? rolesChanged(tx, actor, change, now) : Uni.createFrom().voidItem())
                .chain(() -> change.changesStatus()
                        ? statusChanged(tx, actor, change, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> rolesChanged(SqlConnection tx, UUID actor, AccessChange change, Instant now) {
        UUID id = change.before().id();
        String detail = String.join(",", change.before().roles().stream().sorted().toList()) + " -> "
                + String.join(",", change.roles().stream().sorted().toList());
        return audit.append(tx, AuditEntry.to(AuditAction.ROLES_CHANGED, now, id).by(actor).saying(detail))
                .chain(() -> events.updated(tx, id, now));
    }

    private Uni<Void> statusChanged(SqlConnection tx, UUID actor, AccessChange change, Instant now) {
        UUID id = change.before().id();
        return audit.append(tx,
                AuditEntry.to(AuditAction.STATUS_CHANGED, now, id).by(actor).saying(change.status().code()))
                .chain(() -> events.statusChanged(tx, id, change.status(), now));
    }
}
