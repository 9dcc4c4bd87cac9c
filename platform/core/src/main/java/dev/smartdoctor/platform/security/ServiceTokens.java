package dev.smartdoctor.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.smartdoctor.platform.problem.Unavailable;
import dev.smartdoctor.platform.security.AuthServiceClient.TokenAnswer;
import dev.smartdoctor.platform.security.AuthServiceClient.TokenRequest;
import io.smallrye.mutiny.Uni;

/** Tokens with which this service calls another one's {@code /internal/**}: fetched when first needed, kept until shortly before expiry. */
@ApplicationScoped
public class ServiceTokens {
    private static final Duration RENEW_BEFORE_EXPIRY = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final AuthServiceClient authService;
    private final ServiceIdentity identity;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    ServiceTokens(@RestClient AuthServiceClient authService, ServiceIdentity identity, Clock clock) {
        this.authService = authService;
        this.identity = identity;
        this.clock = clock;
    }

    public boolean isConfigured() {
        return identity.clientSecret().isPresent();
    }

    /** The value of an Authorization header for the named service, such as {@code appointment-service}. */
    public Uni<String> bearer(String audience) {
        return Uni.createFrom().deferred(() -> {
            Held token = held.get(audience);
            return token != null && token.usableUntil().isAfter(clock.instant())
                    ? Uni.createFrom().item(token.bearer())
                    : fetch(audience);
        });
    }

    private Uni<String> fetch(String audience) {
        if (identity.clientSecret().isEmpty()) {
            return Uni.createFrom().failure(new Unavailable("This part has no SERVICE_CLIENT_SECRET.", RETRY));
        }
        return authService.token(new TokenRequest(identity.clientId(), identity.clientSecret().get(), audience))
                .map(answer -> keep(audience, answer));
    }

    private String keep(String audience, TokenAnswer answer) {
        Instant usableUntil = clock.instant().plusSeconds(answer.expiresIn()).minus(RENEW_BEFORE_EXPIRY);
        Held token = new Held("Bearer " + answer.accessToken(), usableUntil);
        held.put(audience, token);
        return token.bearer();
    }

    private record Held(String bearer, Instant usableUntil) {
        @Override
        public String toString() {
            return "Held[until=" + usableUntil + "]";
        }
    }
}
