package dev.smartdoctor.auth.registration;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountEvents;
import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.account.NewAccount;
import dev.smartdoctor.auth.account.Profile;
import dev.smartdoctor.auth.audit.AuditAction;
import dev.smartdoctor.auth.audit.AuditEntry;
import dev.smartdoctor.auth.audit.AuditTrail;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.CredentialRepository;
import dev.smartdoctor.auth.mailtoken.TokenConfig;
import dev.smartdoctor.auth.registration.VerificationRepository.Verification;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The transaction of a registration. */
@ApplicationScoped
public class Registrar {
    private static final Set<String> PATIENT = Set.of(Roles.PATIENT);

    private final AccountWriteRepository accounts;
    private final CredentialRepository credentials;
    private final VerificationRepository verifications;
    private final AccountEvents events;
    private final AuditTrail audit;
    private final TokenConfig config;

    Registrar(AccountWriteRepository accounts, CredentialRepository credentials, VerificationRepository verifications,
            AccountEvents events, AuditTrail audit, TokenConfig config) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.verifications = verifications;
        this.events = events;
        this.audit = audit;
        this.config = config;
    }

    Uni<Void> register(SqlConnection tx, String email, Profile profile, Credential credential, Instant now) {
        NewAccount fresh = new NewAccount(UUID.randomUUID(), email, profile, PATIENT, false, now);
        return accounts.insert(tx, fresh)
                .chain(made -> accounts.lockByEmail(tx, email).map(found -> found.orElseThrow())
                        .chain(account -> follow(tx, account, made, new Typed(profile, credential), now)));
    }

    private Uni<Void> follow(SqlConnection tx, AccountState account, boolean made, Typed typed, Instant now) {
        return switch (RegistrationPolicy.course(account, made)) {
            case WELCOME -> audit.append(tx, AuditEntry.own(AuditAction.ACCOUNT_REGISTERED, now, account.id()))
                    .chain(() -> events.registered(tx, account.id(), account.roles(), account.profile().locale(), now))
                    .chain(() -> verify(tx, account, typed, now));
            case VERIFY_AGAIN -> paced(tx, account, AuditAction.VERIFICATION_REQUESTED, now,
                    () -> verify(tx, account, typed, now));
            case TELL_OWNER -> paced(tx, account, AuditAction.REGISTRATION_REPEATED, now,
                    () -> audit.append(tx, AuditEntry.to(AuditAction.REGISTRATION_REPEATED, now, account.id()))
                            .chain(() -> events.registrationRepeated(tx, account.id(), now)));
            case SILENCE -> Uni.createFrom().voidItem();
        };
    }

    /** Nobody's mailbox is filled by somebody else: beyond the limit of an hour nothing is mailed. */
    private Uni<Void> paced(SqlConnection tx, AccountState account, AuditAction action, Instant now,
            Supplier<Uni<Void>> mail) {
        return audit.below(tx, config.mailsPerHour(), action, account.id(), now)
                .chain(allowed -> allowed ? mail.get() : Uni.createFrom().voidItem());
    }

    private Uni<Void> verify(SqlConnection tx, AccountState account, Typed typed, Instant now) {
        Verification verification = new Verification(UUID.randomUUID(), account.id(),
                now.plus(config.verificationLifetime()), typed.profile(), typed.credential());
        return verifications.insert(tx, verification, now)
                .chain(() -> credentials.put(tx, account.id(), typed.credential(), now))
                .chain(() -> audit.append(tx, AuditEntry.to(AuditAction.VERIFICATION_REQUESTED, now, account.id())))
                .chain(() -> events.verificationRequested(tx, account.id(), verification.id(), now));
    }

    private record Typed(Profile profile, Credential credential) {}
}
