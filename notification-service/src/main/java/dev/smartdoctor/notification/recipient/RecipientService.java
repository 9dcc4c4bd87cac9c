package dev.smartdoctor.notification.recipient;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.notification.recipient.AccountsClient.Account;
import io.smallrye.mutiny.Uni;

/** Knows where an account is written to: from what is kept, else from auth-service. */
@ApplicationScoped
public class RecipientService {
    private static final Set<String> LOCALES = Set.of("en", "es", "hi", "ar");
    private static final String DEFAULT_LOCALE = "en";

    private final RecipientRepository repository;
    private final Accounts accounts;

    RecipientService(RecipientRepository repository, Accounts accounts) {
        this.repository = repository;
        this.accounts = accounts;
    }

    /** Fails with {@link AccountUnknown} where the account is gone, and with the client's failure where auth-service is away. */
    public Uni<Recipient> of(UUID accountId) {
        return repository.find(accountId).flatMap(kept -> kept.recipient().isPresent()
                ? Uni.createFrom().item(kept.recipient().get())
                : readAgain(accountId, kept.epoch()));
    }

    private Uni<Recipient> readAgain(UUID accountId, long epoch) {
        return accounts.account(accountId)
                .map(answer -> recipient(answer.orElseThrow(() -> new AccountUnknown(accountId))))
                .call(recipient -> repository.keep(recipient, epoch));
    }

    private static Recipient recipient(Account account) {
        String locale = LOCALES.contains(account.locale()) ? account.locale() : DEFAULT_LOCALE;
        ZoneId zone = Optional.ofNullable(account.timeZone()).map(ZoneId::of).orElse(ZoneOffset.UTC);
        return new Recipient(account.id(), account.email(), account.fullName(), locale, zone);
    }
}
