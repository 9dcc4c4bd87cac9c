package dev.smartdoctor.notification.visit;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.smartdoctor.platform.security.ServiceTokens;
import io.smallrye.mutiny.Uni;

/** Asks appointment-service under this service's own token; empty means that there is no such visit. */
@ApplicationScoped
@Timeout(value = 3, unit = ChronoUnit.SECONDS)
@CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 2, delayUnit = ChronoUnit.SECONDS)
public class Visits {
    private static final String AUDIENCE = "appointment-service";
    private static final int NOT_FOUND = 404;

    private final AppointmentsClient client;
    private final ServiceTokens tokens;

    Visits(@RestClient AppointmentsClient client, ServiceTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    public Uni<Optional<Visit>> find(UUID appointmentId) {
        return tokens.bearer(AUDIENCE).flatMap(bearer -> client.appointment(bearer, appointmentId)).map(Optional::of)
                .onFailure(Visits::isNotFound).recoverWithItem(Optional.empty());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer && answer.getResponse().getStatus() == NOT_FOUND;
    }
}
