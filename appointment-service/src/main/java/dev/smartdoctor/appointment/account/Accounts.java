package dev.smartdoctor.appointment.account;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.smartdoctor.platform.deadline.Deadline;
import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.Unavailable;
import dev.smartdoctor.platform.security.ServiceTokens;
import io.smallrye.mutiny.Uni;

/** Asks auth-service under this service's own token. */
@ApplicationScoped
public class Accounts {

    private static final String AUTH_SERVICE = "auth-service";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AccountsClient client;
    private final ServiceTokens tokens;

    Accounts(@RestClient AccountsClient client, ServiceTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    /** @return empty where there is no such account; fails with {@link Unavailable} where auth-service cannot be asked */
    public Uni<Optional<Account>> find(UUID id) {
        return Deadline.limit(tokens.bearer(AUTH_SERVICE).chain(bearer -> client.account(bearer, id)))
                .map(Optional::of)
                .onFailure(Accounts::isMissing).recoverWithItem(Optional.empty())
                .onFailure(failure -> !(failure instanceof ApiException))
                .transform(away -> new Unavailable("The account cannot be read at the moment.", RETRY_AFTER));
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof WebApplicationException answer && answer.getResponse().getStatus() == 404;
    }
}
