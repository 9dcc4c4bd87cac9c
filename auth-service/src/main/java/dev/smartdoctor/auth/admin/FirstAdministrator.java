package dev.smartdoctor.auth.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.smartdoctor.auth.account.AccountWriteRepository;
import dev.smartdoctor.auth.account.NewAccount;
import dev.smartdoctor.auth.account.Profile;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.PasswordPolicy;
import dev.smartdoctor.auth.credential.Passwords;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.security.Roles;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Makes the first administrator at start, from BOOTSTRAP_ADMIN_EMAIL and BOOTSTRAP_ADMIN_PASSWORD, where there is none.
 * Once there is one, the settings do nothing. An address that somebody registered already is not raised: the start fails,
 * since who holds it is not known.
 */
@ApplicationScoped
public class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NAME = "Administrator";

    private final BootstrapConfig config;
    private final AccountWriteRepository accounts;
    private final UserCreation creation;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Clock clock;

    FirstAdministrator(BootstrapConfig config, AccountWriteRepository accounts, UserCreation creation,
            Passwords passwords,
            Transactions transactions, Clock clock) {
        this.config = config;
        this.accounts = accounts;
        this.creation = creation;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.adminEmail().isPresent() && config.adminPassword().isPresent()) {
            make(config.adminEmail().get(), config.adminPassword().get()).await().atMost(PATIENCE);
        }
    }

    /** Answers whether one was made. */
    Uni<Boolean> make(String email, String password) {
        return transactions.inTransaction(this::noneThere).chain(none -> {
            if (!none) {
                return Uni.createFrom().item(false);
            }
            PasswordPolicy.check("BOOTSTRAP_ADMIN_PASSWORD", password, email, NAME);
            return passwords.hash(password)
                    .chain(credential -> transactions.inTransaction(tx -> make(tx, email, credential)));
        });
    }

    /** Of two replicas that start at once, the second finds the first one's administrator. */
    private Uni<Boolean> make(SqlConnection tx, String email, Credential credential) {
        NewAccount account = new NewAccount(UUID.randomUUID(), email, new Profile(NAME, null, null, null, null),
                Set.of(Roles.ADMIN), true, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return noneThere(tx).chain(none -> none
                ? creation.create(tx, null, account, Optional.of(credential)).replaceWith(true)
                        .invoke(() -> LOG.info("Made the first administrator from BOOTSTRAP_ADMIN_EMAIL"))
                : Uni.createFrom().item(false));
    }

    private Uni<Boolean> noneThere(SqlConnection tx) {
        return accounts.otherActiveAdmins(tx, null).map(others -> others == 0);
    }
}
