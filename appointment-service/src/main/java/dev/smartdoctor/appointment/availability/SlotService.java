package dev.smartdoctor.appointment.availability;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.ValidationFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Lists bookable times. Three reads a call, whatever the number of doctors and days; everything else is computed. */
@ApplicationScoped
public class SlotService {

    private static final String VISIT_TYPE = "select " + VisitRules.COLUMNS
            + " from visit_type v where v.code = $1 and v.active";
    private static final int SEARCH_STEP_DAYS = 31;
    private static final int FARTHEST_MONTHS = 24;

    private final Transactions transactions;
    private final ScheduleRepository schedules;
    private final Clock clock;

    public SlotService(Transactions transactions, ScheduleRepository schedules, Clock clock) {
        this.transactions = transactions;
        this.schedules = schedules;
        this.clock = clock;
    }

    /** Every slot between the dates, by start, then by doctor. */
    public Uni<SlotsView> slots(DoctorFilter filter, String visitType, LocalDate from, LocalDate to) {
        return read(filter, visitType, from, to).map(listing -> new SlotsView(listing.slots(from, to, Instant.MIN)));
    }

    /** Count and first slot of each doctor and day that has any. */
    public Uni<DaySlotsView> days(DoctorFilter filter, String visitType, LocalDate from, LocalDate to) {
        return read(filter, visitType, from, to).map(listing -> new DaySlotsView(listing.days(from, to)));
    }

    /** The doctor's next slots from an instant on, as many as asked for or as there are before the horizon. */
    public Uni<List<SlotView>> next(UUID doctorId, String visitType, Instant from, int count) {
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
        return search(new Search(doctorId, visitType, from, count), first, List.of());
    }

    private Uni<List<SlotView>> search(Search search, LocalDate from, List<SlotView> found) {
        LocalDate to = from.plusDays(SEARCH_STEP_DAYS - 1);
        return read(DoctorFilter.doctor(search.doctorId), search.visitType, from, to).flatMap(listing -> {
            List<SlotView> all = Stream.concat(found.stream(), listing.slots(from, to, search.from).stream())
                    .limit(search.count).toList();
            LocalDate horizon = today().plusMonths(listing.rules().horizonMonths()).plusDays(1);
            return all.size() == search.count || to.isAfter(horizon)
                    ? Uni.createFrom().item(all)
                    : search(search, to.plusDays(1), all);
        });
    }

    private Uni<SlotListing> read(DoctorFilter filter, String visitType, LocalDate from, LocalDate to) {
        Instant now = clock.instant();
        ReadWindow window = new ReadWindow(clamp(from), clamp(to), now, null);
        return transactions.withConnection(connection -> {
            // Sent together, one round trip: none depends on another's answer.
            Uni<Optional<VisitRules>> rules = rules(connection, visitType);
            Uni<List<DoctorSchedule>> places = schedules.places(connection, filter, window);
            Uni<Taken> taken = schedules.taken(connection, filter, window);
            return Uni.combine().all().unis(rules, places, taken).asTuple();
        }).map(read -> new SlotListing(read.getItem2().stream().map(read.getItem3()::over).toList(),
                read.getItem1().orElseThrow(SlotService::unknownVisitType), now));
    }

    private static Uni<Optional<VisitRules>> rules(SqlConnection connection, String visitType) {
        return connection.preparedQuery(VISIT_TYPE).execute(Tuple.of(visitType)).map(
                rows -> rows.size() == 0 ? Optional.empty() : Optional.of(VisitRules.from(rows.iterator().next())));
    }

    /** What a caller is told who names a kind of visit that there is not. */
    public static ValidationFailed unknownVisitType() {
        return new ValidationFailed("visitType", "UNKNOWN", "There is no such type of visit.");
    }

    /** No horizon reaches further, so a wilder date reads no more than these. */
    private LocalDate clamp(LocalDate date) {
        LocalDate first = today().minusDays(2);
        LocalDate last = today().plusMonths(FARTHEST_MONTHS + 1);
        return date.isBefore(first) ? first : date.isAfter(last) ? last : date;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Search(UUID doctorId, String visitType, Instant from, int count) {}
}
