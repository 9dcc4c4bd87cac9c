package dev.smartdoctor.appointment.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.PostgresErrors;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.Conflict;
import dev.smartdoctor.platform.problem.NotFound;
import dev.smartdoctor.platform.problem.ValidationFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Closes locations for a day, and opens them again. */
@ApplicationScoped
class HolidayService {

    private static final String ONE_A_DAY = "holiday_once";
    /** Where a day ends last: one that is over there is over at every location. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private final Transactions transactions;
    private final HolidayRepository repository;
    private final WorkingTimeRepository locations;
    private final Clock clock;

    HolidayService(Transactions transactions, HolidayRepository repository, WorkingTimeRepository locations,
            Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.locations = locations;
        this.clock = clock;
    }

    Uni<Page<HolidayView>> holidays(PageRequest page) {
        return transactions.withConnection(connection -> repository.from(connection, today(), page)
                .chain(items -> repository.countFrom(connection, today()).map(total -> Page.of(items, page, total))));
    }

    Uni<HolidayView> add(HolidayRequest request) {
        PlausibleDates.check("date", request.date(), clock.instant());
        return transactions
                .inTransaction(tx -> zone(tx, request.locationId()).invoke(zone -> checkNotOver(request.date(), zone))
                        .chain(() -> repository.add(tx, request)))
                .onFailure(failure -> PostgresErrors.violates(failure, ONE_A_DAY))
                .transform(twice -> new Conflict("HOLIDAY_EXISTS", "That day is a holiday there already."));
    }

    Uni<Void> drop(UUID id) {
        return transactions.inTransaction(tx -> repository.drop(tx, id)).invoke(dropped -> {
            if (!dropped) {
                throw new NotFound("holiday");
            }
        }).replaceWithVoid();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LAST_ZONE);
    }

    private void checkNotOver(LocalDate date, ZoneId zone) {
        if (date.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
            throw new ValidationFailed("date", "OVER", "This day is over.");
        }
    }

    private Uni<ZoneId> zone(SqlConnection tx, UUID locationId) {
        return locationId == null ? Uni.createFrom().item(LAST_ZONE) : locations.zone(tx, locationId);
    }
}
