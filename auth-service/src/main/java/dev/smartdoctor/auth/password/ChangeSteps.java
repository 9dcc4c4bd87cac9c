package dev.smartdoctor.auth.password;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.CredentialRepository;
import dev.smartdoctor.auth.device.KnownDeviceRepository;
import dev.smartdoctor.auth.password.PasswordChangeService.Owner;
import dev.smartdoctor.auth.throttle.InvalidCredentials;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The transactions of a changed password. */
@ApplicationScoped
public class ChangeSteps {
    private final AccountWriteRepository accounts;
    private final CredentialRepository credentials;
    private final KnownDeviceRepository devices;
    private final PasswordReplacing replacing;

    ChangeSteps(AccountWriteRepository accounts, CredentialRepository credentials, KnownDeviceRepository devices,
            PasswordReplacing replacing) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.devices = devices;
        this.replacing = replacing;
    }

    Uni<Owner> read(SqlConnection tx, UUID accountId, Optional<UUID> device) {
        return accounts.lock(tx, accountId).map(found -> found.orElseThrow(() -> new NotFound("account")))
                .chain(account -> credentials.find(tx, accountId)
                        .chain(credential -> known(tx, accountId, device)
                                .map(knownDevice -> new Owner(account, credential, knownDevice))));
    }

    /** Under the lock, only if the password is still the one that was checked. */
    Uni<Void> replace(SqlConnection tx, Owner owner, UUID sessionId, Credential fresh, Instant now) {
        UUID id = owner.account().id();
        return accounts.lock(tx, id)
                .chain(() -> credentials.find(tx, id))
                .chain(stored -> stored.equals(owner.credential())
                        ? replacing.afterChange(tx, id, sessionId, fresh, now)
                        : Uni.createFrom().failure(new InvalidCredentials()));
    }

    private Uni<Optional<UUID>> known(SqlConnection tx, UUID accountId, Optional<UUID> device) {
        return device.isEmpty()
                ? Uni.createFrom().item(Optional.<UUID>empty())
                : devices.isKnown(tx, accountId, device.get()).map(known -> known ? device : Optional.<UUID>empty());
    }
}
