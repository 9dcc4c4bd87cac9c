package dev.smartdoctor.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** A person's own profile: reading and changing it. */
@ApplicationScoped
public class ProfileService {
    private final AccountRepository accounts;
    private final AccountWriteRepository writing;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    ProfileService(AccountRepository accounts, AccountWriteRepository writing, AccountEvents events,
            Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.writing = writing;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<AccountView> read(UUID id) {
        return accounts.read(id).onItem().ifNull().failWith(() -> new NotFound("account")).map(AccountView::of);
    }

    public Uni<AccountView> change(UUID id, ProfileChangeRequest request) {
        return transactions.inTransaction(tx -> writing.lock(tx, id)
                .map(found -> found.orElseThrow(() -> new NotFound("account")))
                .chain(account -> change(tx, account, request.applyTo(account.profile()))));
    }

    private Uni<AccountView> change(SqlConnection tx, AccountState account, Profile profile) {
        BirthDatePolicy.check(profile.dateOfBirth(), profile.timeZone(), clock);
        if (profile.equals(account.profile())) {
            return Uni.createFrom().item(AccountView.of(account, profile));
        }
        Instant now = clock.instant();
        return writing.changeProfile(tx, account.id(), profile)
                .chain(() -> events.updated(tx, account.id(), now))
                .replaceWith(AccountView.of(account, profile));
    }
}
