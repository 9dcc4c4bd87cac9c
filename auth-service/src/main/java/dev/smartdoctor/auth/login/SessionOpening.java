package dev.smartdoctor.auth.login;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.CredentialRepository;
import dev.smartdoctor.auth.device.Device;
import dev.smartdoctor.auth.device.KnownDeviceRepository;
import dev.smartdoctor.auth.session.SessionService;
import dev.smartdoctor.auth.session.SessionService.Started;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The transaction of a sign-in whose password was right. */
@ApplicationScoped
public class SessionOpening {
    private final AccountWriteRepository accounts;
    private final CredentialRepository credentials;
    private final KnownDeviceRepository devices;
    private final SessionService sessions;
    private final Clock clock;

    SessionOpening(AccountWriteRepository accounts, CredentialRepository credentials, KnownDeviceRepository devices,
            SessionService sessions, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.devices = devices;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Locks and judges; answers what was opened, or why nothing was. */
    Uni<Opened> open(SqlConnection tx, UUID accountId, Checked checked, Device device, UUID deviceId) {
        return accounts.lock(tx, accountId).chain(account -> account.isEmpty()
                ? Uni.createFrom().item(Opened.WRONG)
                : credentials.find(tx, accountId).chain(stored -> switch (LoginPolicy.judge(account.get(),
                        checked.credential(), stored)) {
                    case WRONG -> Uni.createFrom().item(Opened.WRONG);
                    case UNVERIFIED -> Uni.createFrom().item(Opened.UNVERIFIED);
                    case OPEN -> start(tx, account.get(), checked, device, deviceId);
                }));
    }

    private Uni<Opened> start(SqlConnection tx, AccountState account, Checked checked, Device device, UUID deviceId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Uni<Void> renewed = checked.renewed().isEmpty()
                ? Uni.createFrom().voidItem()
                : credentials.put(tx, account.id(), checked.renewed().get(), now);
        return renewed.chain(() -> devices.see(tx, account.id(), deviceId, now))
                .chain(seen -> sessions.start(tx, account, device, seen, now))
                .map(started -> new Opened(LoginPolicy.Verdict.OPEN, Optional.of(account), Optional.of(started)));
    }

    /** The credential that the password matched, and the same password hashed anew where that is due. */
    record Checked(Credential credential, Optional<Credential> renewed) {}

    /** The outcome of a sign-in's transaction. */
    record Opened(LoginPolicy.Verdict verdict, Optional<AccountState> account, Optional<Started> started) {
        static final Opened WRONG = new Opened(LoginPolicy.Verdict.WRONG, Optional.empty(), Optional.empty());
        static final Opened UNVERIFIED = new Opened(LoginPolicy.Verdict.UNVERIFIED, Optional.empty(), Optional.empty());
    }
}
