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

    /** The visit as it is now, with the doctor and the place that it had when it was told of. */
    public Uni<Optional<Visit>> find(UUID appointmentId, UUID doctorId, UUID locationId) {
        return calls.find(AUDIENCE, bearer -> client.appointment(bearer, appointmentId))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : with(doctorId, found.get()).chain(visit -> at(locationId, visit)).map(Optional::of));
    }

    private Uni<Visit> with(UUID doctorId, Visit visit) {
        return visit.doctorId().equals(doctorId)
                ? Uni.createFrom().item(visit)
                : calls.find(AUDIENCE, bearer -> client.doctor(bearer, doctorId))
                        .map(doctor -> doctor.map(visit::with).orElse(visit));
    }

    private Uni<Visit> at(UUID locationId, Visit visit) {
        return visit.locationId().equals(locationId)
                ? Uni.createFrom().item(visit)
                : calls.find(AUDIENCE, bearer -> client.location(bearer, locationId))
                        .map(location -> location.map(visit::at).orElse(visit));
    }
}
