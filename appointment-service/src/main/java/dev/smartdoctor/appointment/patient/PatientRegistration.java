package dev.smartdoctor.appointment.patient;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.smartdoctor.appointment.patient.PatientRepository.Due;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.deadline.Deadline;
import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.NotFound;
import dev.smartdoctor.platform.problem.Unavailable;
import dev.smartdoctor.platform.security.ServiceTokens;
import io.smallrye.mutiny.Uni;

/** Makes sure that an account holder has a patient record with a name, asking auth-service for it. */
@ApplicationScoped
public class PatientRegistration {

    private static final String AUTH_SERVICE = "auth-service";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AccountsClient accounts;
    private final ServiceTokens tokens;
    private final PatientRepository patients;
    private final Transactions transactions;
    private final Clock clock;

    PatientRegistration(@RestClient AccountsClient accounts, ServiceTokens tokens, PatientRepository patients,
            Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.patients = patients;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates or fills the record of an account.
     *
     * @return fails with {@link NotFound} where there is no such patient, with {@link Unavailable} where auth-service
     *         cannot be asked: a visit without its patient's name is no use to a reception
     */
    public Uni<Void> ensure(UUID accountId) {
        return transactions.withConnection(connection -> patients.wanted(connection, accountId)).chain(this::fill);
    }

    /** Reads the account and copies it. The number was read before the account, so a later change stays wanted. */
    Uni<Void> fill(Due due) {
        return account(due.id()).chain(account -> transactions
                .inTransaction(tx -> patients.begin(tx, due.id(), clock.instant())
                        .chain(() -> patients.fill(tx, due, account, clock.instant()))));
    }

    private Uni<Account> account(UUID id) {
        return Deadline.limit(tokens.bearer(AUTH_SERVICE).chain(bearer -> accounts.account(bearer, id)))
                .onFailure(PatientRegistration::isMissing).transform(missing -> new NotFound("patient"))
                .onFailure(failure -> !(failure instanceof ApiException))
                .transform(away -> new Unavailable("The account cannot be read at the moment.", RETRY_AFTER))
                .invoke(account -> {
                    if (!account.isPatient()) {
                        throw new NotFound("patient");
                    }
                });
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof WebApplicationException answer && answer.getResponse().getStatus() == 404;
    }
}
