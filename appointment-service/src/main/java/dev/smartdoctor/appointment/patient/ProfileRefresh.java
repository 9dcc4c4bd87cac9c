package dev.smartdoctor.appointment.patient;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.smartdoctor.appointment.patient.PatientRepository.Due;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.ApiException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Reads again the accounts whose copy is due. Replicas may do the same one at once: the outcome is the same. */
@ApplicationScoped
class ProfileRefresh {

    private static final Logger LOG = Logger.getLogger(ProfileRefresh.class);

    private final PatientRepository patients;
    private final PatientRegistration registration;
    private final Transactions transactions;
    private final PatientConfig config;
    private final Clock clock;

    ProfileRefresh(PatientRepository patients, PatientRegistration registration, Transactions transactions,
            PatientConfig config, Clock clock) {
        this.patients = patients;
        this.registration = registration;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${patient.refresh-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return transactions.withConnection(connection -> patients.due(connection, config.refreshBatch()))
                .chain(due -> Multi.createFrom().iterable(due).onItem().transformToUniAndConcatenate(this::refreshOne)
                        .collect().asList())
                .replaceWithVoid();
    }

    private Uni<Void> refreshOne(Due due) {
        return registration.fill(due).onFailure(ApiException.class).recoverWithUni(failure -> {
            LOG.warnf("Patient record %s keeps its old copy for now: %s", due.id(), failure.getMessage());
            return transactions.withConnection(connection -> patients.putOff(connection, due.id(), clock.instant()));
        });
    }
}
