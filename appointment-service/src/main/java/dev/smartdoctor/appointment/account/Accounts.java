package dev.smartdoctor.appointment.account;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.smartdoctor.platform.deadline.Deadline;
import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.Unavailable;
import dev.smartdoctor.platform.security.InternalCalls;
import io.smallrye.mutiny.Uni;

/** Asks auth-service under this service's own token. */
@ApplicationScoped
public class Accounts {

    private static final String AUTH_SERVICE = "auth-service";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AccountsClient client;
    private final InternalCalls calls;

    Accounts(@RestClient AccountsClient client, InternalCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** @return empty where there is no such account; fails with {@link Unavailable} where auth-service cannot be asked */
    public Uni<Optional<Account>> find(UUID id) {
        return Deadline.limit(calls.find(AUTH_SERVICE, bearer -> client.account(bearer, id)))
                .onFailure(failure -> !(failure instanceof ApiException))
                .transform(away -> new Unavailable("The account cannot be read at the moment.", RETRY_AFTER));
    }
}
