package dev.smartdoctor.notification.preference;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.PostgresErrors;
import dev.smartdoctor.platform.problem.ValidationFailed;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Reads and replaces preferences. */
@ApplicationScoped
public class PreferenceService {
    private final PreferenceRepository repository;

    PreferenceService(PreferenceRepository repository) {
        this.repository = repository;
    }

    @WithSession
    public Uni<Preference> of(UUID accountId) {
        return repository.findById(accountId)
                .onItem().ifNull().continueWith(() -> Preference.defaultsOf(accountId));
    }

    /** Two first changes at once both insert; the loser's failure tells {@link #isLostRace} apart, and a second try updates. */
    @WithTransaction
    Uni<Preference> replace(UUID accountId, PreferencesRequest request) {
        check(request);
        return repository.findById(accountId)
                .onItem().ifNull().switchTo(() -> repository.persist(Preference.defaultsOf(accountId)))
                .invoke(preference -> preference.change(request.emailReminders(), request.quiet(),
                        Optional.ofNullable(request.locale())))
                .call(repository::flush);
    }

    /** The primary key is the table's only unique constraint. */
    static boolean isLostRace(Throwable failure) {
        return PostgresErrors.sqlState(failure).filter(PostgresErrors.UNIQUE_VIOLATION::equals).isPresent();
    }

    private static void check(PreferencesRequest request) {
        request.quiet().ifPresent(quiet -> {
            if (quiet.from().equals(quiet.to())) {
                throw new ValidationFailed("quietHours.to", "EMPTY_RANGE",
                        "Quiet hours must end at another time than they begin.");
            }
            if (!isWholeMinute(quiet.from()) || !isWholeMinute(quiet.to())) {
                throw new ValidationFailed("quietHours", "WHOLE_MINUTES",
                        "Quiet hours are given in hours and minutes.");
            }
        });
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }
}
