package dev.smartdoctor.appointment.patient;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.account.Account;
import dev.smartdoctor.appointment.account.Accounts;
import dev.smartdoctor.appointment.patient.PatientRepository.Due;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.NotFound;
import dev.smartdoctor.platform.problem.Unavailable;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** Makes sure that an account holder has a patient record with a name, asking auth-service for it. */
@ApplicationScoped
public class PatientRegistration {

    private final Accounts accounts;
    private final PatientRepository patients;
    private final Transactions transactions;
    private final Clock clock;

    PatientRegistration(Accounts accounts, PatientRepository patients, Transactions transactions, Clock clock) {
        this.accounts = accounts;
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
        return accounts.find(id).map(found -> found.filter(account -> account.has(Roles.PATIENT))
                .orElseThrow(() -> new NotFound("patient")));
    }
}
