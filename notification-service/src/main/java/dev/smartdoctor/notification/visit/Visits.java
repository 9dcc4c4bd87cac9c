package dev.smartdoctor.notification.visit;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.smartdoctor.platform.security.InternalCalls;
import io.smallrye.mutiny.Uni;

/** Asks appointment-service under this service's own token; empty means that there is no such visit. */
@ApplicationScoped
@Timeout(value = 3, unit = ChronoUnit.SECONDS)
@CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 2, delayUnit = ChronoUnit.SECONDS)
public class Visits {
    private static final String AUDIENCE = "appointment-service";

    private final AppointmentsClient client;
    private final InternalCalls calls;

    Visits(@RestClient AppointmentsClient client, InternalCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    public Uni<Optional<Visit>> find(UUID appointmentId) {
        return calls.find(AUDIENCE, bearer -> client.appointment(bearer, appointmentId));
    }
}
