package dev.smartdoctor.notification.recipient;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.smartdoctor.notification.recipient.AccountsClient.Account;
import dev.smartdoctor.platform.security.InternalCalls;
import io.smallrye.mutiny.Uni;

/** Asks auth-service under this service's own token; empty means that auth-service says there is none (404). */
@ApplicationScoped
@Timeout(value = 3, unit = ChronoUnit.SECONDS)
@CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 2, delayUnit = ChronoUnit.SECONDS)
public class Accounts {
    private static final String AUDIENCE = "auth-service";

    private final AccountsClient client;
    private final InternalCalls calls;

    Accounts(@RestClient AccountsClient client, InternalCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    Uni<Optional<Account>> account(UUID id) {
        return calls.find(AUDIENCE, bearer -> client.account(bearer, id));
    }

    public Uni<Optional<LinkToken>> verification(UUID id) {
        return calls.find(AUDIENCE, bearer -> client.verification(bearer, id));
    }

    public Uni<Optional<LinkToken>> passwordReset(UUID id) {
        return calls.find(AUDIENCE, bearer -> client.passwordReset(bearer, id));
    }
}
