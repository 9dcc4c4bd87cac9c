package dev.smartdoctor.notification.recipient;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.smartdoctor.notification.recipient.AccountsClient.Account;
import dev.smartdoctor.platform.security.ServiceTokens;
import io.smallrye.mutiny.Uni;

/** Asks auth-service under this service's own token; empty means that auth-service says there is none (404). */
@ApplicationScoped
@Timeout(value = 3, unit = ChronoUnit.SECONDS)
@CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 2, delayUnit = ChronoUnit.SECONDS)
public class Accounts {
    private static final String AUDIENCE = "auth-service";
    private static final int NOT_FOUND = 404;

    private final AccountsClient client;
    private final ServiceTokens tokens;

    Accounts(@RestClient AccountsClient client, ServiceTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    Uni<Optional<Account>> account(UUID id) {
        return ask(bearer -> client.account(bearer, id));
    }

    public Uni<Optional<LinkToken>> verification(UUID id) {
        return ask(bearer -> client.verification(bearer, id));
    }

    public Uni<Optional<LinkToken>> passwordReset(UUID id) {
        return ask(bearer -> client.passwordReset(bearer, id));
    }

    private <T> Uni<Optional<T>> ask(Function<String, Uni<T>> question) {
        return tokens.bearer(AUDIENCE).flatMap(question::apply).map(Optional::of)
                .onFailure(Accounts::isNotFound).recoverWithItem(Optional.empty());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer && answer.getResponse().getStatus() == NOT_FOUND;
    }
}
