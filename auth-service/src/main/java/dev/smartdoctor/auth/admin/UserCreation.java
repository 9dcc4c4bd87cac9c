package dev.smartdoctor.auth.admin;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountEvents;
import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.account.NewAccount;
import dev.smartdoctor.auth.audit.AuditAction;
import dev.smartdoctor.auth.audit.AuditEntry;
import dev.smartdoctor.auth.audit.AuditTrail;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.CredentialRepository;
import dev.smartdoctor.auth.password.ResetRequesting;
import dev.smartdoctor.platform.problem.Conflict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The transaction of an account that the clinic makes: ready with a password, or with an invitation to choose one. */
@ApplicationScoped
public class UserCreation {
    private final AccountWriteRepository accounts;
    private final CredentialRepository credentials;
    private final ResetRequesting invitations;
    private final AccountEvents events;
    private final AuditTrail audit;

    UserCreation(AccountWriteRepository accounts, CredentialRepository credentials, ResetRequesting invitations,
            AccountEvents events, AuditTrail audit) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.invitations = invitations;
        this.events = events;
        this.audit = audit;
    }

    /** {@code actor} is null where the service itself makes the account. */
    Uni<Void> create(SqlConnection tx, UUID actor, NewAccount account, Optional<Credential> credential) {
        UUID id = account.id();
        return accounts.insert(tx, account)
                .chain(made -> made
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(
                                new Conflict("EMAIL_TAKEN", "There is an account with this address.")))
                .chain(() -> audit.append(tx, AuditEntry
                        .to(AuditAction.ACCOUNT_CREATED_BY_ADMIN, account.createdAt(), id).by(actor)
                        .saying(String.join(",", account.roles().stream().sorted().toList()))))
                .chain(() -> events.registered(tx, id, account.roles(), account.profile().locale(),
                        account.createdAt()))
                .chain(() -> credential.isPresent()
                        ? credentials.put(tx, id, credential.get(), account.createdAt())
                        : invitations.request(tx, id, account.createdAt()));
    }
}
