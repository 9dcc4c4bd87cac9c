package dev.smartdoctor.auth.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.account.AccountRepository;
import dev.smartdoctor.auth.account.BirthDatePolicy;
import dev.smartdoctor.auth.account.NewAccount;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.credential.PasswordPolicy;
import dev.smartdoctor.auth.credential.Passwords;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import io.smallrye.mutiny.Uni;

/** Accounts in the hands of administrators. */
@ApplicationScoped
public class UserService {
    private final AccountRepository accounts;
    private final UserCreation creation;
    private final UserAdministration administration;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Clock clock;

    UserService(AccountRepository accounts, UserCreation creation, UserAdministration administration,
            Passwords passwords,
            Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.creation = creation;
        this.administration = administration;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Page<UserView>> search(String query, PageRequest page) {
        return accounts.search(query, page).map(found -> found.map(UserView::of));
    }

    /** With a password the account is ready and verified; without, its owner is invited to choose one. */
    public Uni<UserView> create(UUID actor, CreateUserRequest request) {
        BirthDatePolicy.check(request.dateOfBirth(), request.profile().timeZone(), clock);
        NewAccount account = new NewAccount(UUID.randomUUID(), request.email(), request.profile(), request.roleCodes(),
                request.password() != null, now());
        return credential(request)
                .chain(credential -> transactions.inTransaction(tx -> creation.create(tx, actor, account, credential)))
                .replaceWith(UserView.of(account));
    }

    public Uni<UserView> change(UUID actor, UUID id, ChangeUserRequest request) {
        return transactions.inTransaction(tx -> administration.change(tx, actor, id, request, now())).map(UserView::of);
    }

    private Uni<Optional<Credential>> credential(CreateUserRequest request) {
        if (request.password() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        PasswordPolicy.check("password", request.password(), request.email(), request.fullName());
        return passwords.hash(request.password()).map(Optional::of);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
