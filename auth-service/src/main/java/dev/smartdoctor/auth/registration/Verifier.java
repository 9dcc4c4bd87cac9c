package dev.smartdoctor.auth.registration;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountEvents;
import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.audit.AuditAction;
import dev.smartdoctor.auth.audit.AuditEntry;
import dev.smartdoctor.auth.audit.AuditTrail;
import dev.smartdoctor.auth.credential.CredentialRepository;
import dev.smartdoctor.auth.mailtoken.InvalidToken;
import dev.smartdoctor.auth.registration.VerificationRepository.Verification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The transaction of a followed link. The account becomes that of whoever caused this very mail: their password, their
 * name; every other open link of the address is closed, so a stranger who had registered it before gains nothing.
 */
@ApplicationScoped
public class Verifier {
    private final AccountWriteRepository accounts;
    private final CredentialRepository credentials;
    private final VerificationRepository verifications;
    private final AccountEvents events;
    private final AuditTrail audit;

    Verifier(AccountWriteRepository accounts, CredentialRepository credentials, VerificationRepository verifications,
            AccountEvents events, AuditTrail audit) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.verifications = verifications;
        this.events = events;
        this.audit = audit;
    }

    Uni<Void> verify(SqlConnection tx, UUID id, Instant now) {
        return verifications.findOpen(tx, id, now).map(found -> found.orElseThrow(InvalidToken::new))
                .chain(found -> accounts.lock(tx, found.accountId()))
                .map(account -> account.filter(AccountState::active).orElseThrow(InvalidToken::new))
                // Again, under the lock: of two clicks at once one finds the link used.
                .chain(account -> verifications.findOpen(tx, id, now)
                        .map(found -> found.orElseThrow(InvalidToken::new))
                        .chain(open -> apply(tx, account, open, now)));
    }

    private Uni<Void> apply(SqlConnection tx, AccountState account, Verification open, Instant now) {
        UUID id = account.id();
        return accounts.changeProfile(tx, id, open.profile())
                .chain(() -> credentials.put(tx, id, open.credential(), now))
                .chain(() -> verifications.closeAll(tx, id, now))
                .chain(() -> accounts.verify(tx, id, now))
                .chain(() -> audit.append(tx, AuditEntry.own(AuditAction.EMAIL_VERIFIED, now, id)))
                .chain(() -> events.verified(tx, id, now));
    }
}
