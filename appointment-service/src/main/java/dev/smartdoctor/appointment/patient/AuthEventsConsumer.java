package dev.smartdoctor.appointment.patient;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Begins a record for each new patient account, and notes when the copy of an account is due to be read again. */
@ApplicationScoped
class AuthEventsConsumer implements EventHandler {

    private static final String REGISTERED = "account.registered";
    private static final String UPDATED = "account.updated";

    private final PatientRepository patients;
    private final Clock clock;

    AuthEventsConsumer(PatientRepository patients, Clock clock) {
        this.patients = patients;
        this.clock = clock;
    }

    @Override
    public String stream() {
        return "auth.events";
    }

    @Override
    public Set<String> types() {
        return Set.of(REGISTERED, UPDATED);
    }

    @Override
    public Uni<Void> handle(SqlConnection tx, DomainEvent event) {
        UUID accountId = UUID.fromString(event.payload().getString("accountId"));
        if (UPDATED.equals(event.type())) {
            return patients.want(tx, accountId, clock.instant());
        }
        return event.payload().getJsonArray("roles", new JsonArray()).contains(Roles.PATIENT)
                ? patients.begin(tx, accountId, clock.instant())
                : Uni.createFrom().voidItem();
    }
}
