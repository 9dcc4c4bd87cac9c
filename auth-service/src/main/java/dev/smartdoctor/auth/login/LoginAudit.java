package dev.smartdoctor.auth.login;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.audit.AuditAction;
import dev.smartdoctor.auth.audit.AuditEntry;
import dev.smartdoctor.auth.audit.AuditTrail;
import dev.smartdoctor.auth.device.Device;
import dev.smartdoctor.platform.data.Transactions;
import io.smallrye.mutiny.Uni;

/** Records sign-ins that did not succeed; those that did are recorded with their session. */
@ApplicationScoped
public class LoginAudit {
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;

    LoginAudit(AuditTrail audit, Transactions transactions, Clock clock) {
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<Void> failed(Optional<UUID> accountId, Device device) {
        return record(AuditAction.SIGN_IN_FAILED, accountId, device);
    }

    Uni<Void> refusedUnverified(Optional<UUID> accountId, Device device) {
        return record(AuditAction.SIGN_IN_REFUSED_UNVERIFIED, accountId, device);
    }

    private Uni<Void> record(AuditAction action, Optional<UUID> accountId, Device device) {
        AuditEntry entry = AuditEntry.to(action, clock.instant().truncatedTo(ChronoUnit.MICROS), accountId.orElse(null))
                .from(device.place());
        return transactions.withConnection(connection -> audit.append(connection, entry));
    }
}
