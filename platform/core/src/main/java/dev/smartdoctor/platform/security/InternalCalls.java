package dev.smartdoctor.platform.security;

import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import io.smallrye.mutiny.Uni;

/** Asks another service's {@code /internal/**} for one thing, under this service's own token. */
@ApplicationScoped
public class InternalCalls {
    private static final int NOT_FOUND = 404;

    private final ServiceTokens tokens;

    InternalCalls(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param audience the service asked, such as {@code auth-service}
     * @param question gets the value of the Authorization header
     * @return empty where the service answers that there is no such thing (404); every other failure is passed on
     */
    public <T> Uni<Optional<T>> find(String audience, Function<String, Uni<T>> question) {
        return tokens.bearer(audience)
                .chain(bearer -> question.apply(bearer).map(Optional::of)
                        .onFailure(InternalCalls::isNotFound).recoverWithItem(Optional.empty()));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer && answer.getResponse().getStatus() == NOT_FOUND;
    }
}
