package dev.smartdoctor.auth.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.BirthDatePolicy;
import dev.smartdoctor.auth.credential.PasswordPolicy;
import dev.smartdoctor.auth.credential.Passwords;
import dev.smartdoctor.auth.mailtoken.AnswerPace;
import dev.smartdoctor.platform.data.Transactions;
import io.smallrye.mutiny.Uni;

/**
 * Registers patients without telling anybody who is registered: the request is judged by itself, the password is hashed,
 * and only then is the address looked up, with an answer that is the same in words and in time whatever is found.
 */
@ApplicationScoped
public class RegistrationService {
    private final Passwords passwords;
    private final Registrar registrar;
    private final Transactions transactions;
    private final AnswerPace pace;
    private final Clock clock;

    RegistrationService(Passwords passwords, Registrar registrar, Transactions transactions, AnswerPace pace,
            Clock clock) {
        this.passwords = passwords;
        this.registrar = registrar;
        this.transactions = transactions;
        this.pace = pace;
        this.clock = clock;
    }

    public Uni<Void> register(RegisterRequest request) {
        PasswordPolicy.check("password", request.password(), request.email(), request.fullName());
        BirthDatePolicy.check(request.dateOfBirth(), request.profile().timeZone(), clock);
        return passwords.hash(request.password()).chain(credential -> pace.even(transactions.inTransaction(
                tx -> registrar.register(tx, request.email(), request.profile(), credential, now()))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
