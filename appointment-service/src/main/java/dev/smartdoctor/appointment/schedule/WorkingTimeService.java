package dev.smartdoctor.appointment.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.availability.WeeklyWindow;
import dev.smartdoctor.appointment.schedule.WorkingTimeRepository.DoctorRow;
import dev.smartdoctor.appointment.schedule.WorkingTimeRepository.NewTimeOff;
import dev.smartdoctor.appointment.visit.Actor;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.Conflict;
import dev.smartdoctor.platform.problem.Forbidden;
import dev.smartdoctor.platform.problem.NotFound;
import dev.smartdoctor.platform.problem.ValidationFailed;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Changes working time. Everything about one doctor is serialised by the doctor's row. */
@ApplicationScoped
public class WorkingTimeService {

    private final Transactions transactions;
    private final WorkingTimeRepository repository;
    private final Clock clock;

    WorkingTimeService(Transactions transactions, WorkingTimeRepository repository, Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.clock = clock;
    }

    Uni<Page<WorkingHoursView>> hours(UUID doctorId, PageRequest page, Actor actor) {
        return transactions.withConnection(connection -> repository.doctor(connection, doctorId)
                .invoke(doctor -> checkOwn(doctor, actor)).chain(() -> repository.hours(connection, doctorId)))
                .map(places -> Page.cut(places, page).map(WorkingHoursView::of));
    }

    /** Replaces the doctor's hours at one location. */
    Uni<WorkingHoursView> setHours(UUID doctorId, WorkingHoursRequest request, Actor actor) {
        checkDates(request);
        List<WeeklyWindow> windows = WorkingHoursPolicy.windows(request);
        return transactions.inTransaction(tx -> own(tx, doctorId, actor)
                .chain(doctor -> repository.zone(tx, request.locationId()))
                .map(zone -> new PlaceHours(request.locationId(), zone, windows))
                .call(hours -> repository.hours(tx, doctorId).invoke(others -> checkOverlap(hours, others)))
                .call(hours -> repository.replaceHours(tx, doctorId, hours))
                .map(WorkingHoursView::of));
    }

    Uni<Page<TimeOffView>> timeOff(UUID doctorId, PageRequest page, Actor actor) {
        Instant now = clock.instant();
        return transactions.withConnection(connection -> repository.doctor(connection, doctorId)
                .invoke(doctor -> checkOwn(doctor, actor))
                .chain(() -> repository.timeOff(connection, doctorId, now, page))
                .chain(items -> repository.countTimeOff(connection, doctorId, now)
                        .map(total -> Page.of(items, page, total))));
    }

    Uni<TimeOffView> addTimeOff(UUID doctorId, TimeOffRequest request, Actor actor) {
        // As fine as the database keeps it: what is shorter is no time at all.
        Instant start = request.start().toInstant().truncatedTo(ChronoUnit.MICROS);
        Instant end = request.end().toInstant().truncatedTo(ChronoUnit.MICROS);
        Instant now = clock.instant();
        if (!end.isAfter(start)) {
            throw new ValidationFailed("end", "NOT_AFTER_START", "The end is not after the start.");
        }
        if (!end.isAfter(now)) {
            throw new ValidationFailed("end", "OVER", "This time is over.");
        }
        PlausibleDates.check("start", request.start().toLocalDate(), now);
        PlausibleDates.check("end", request.end().toLocalDate(), now);
        NewTimeOff timeOff = new NewTimeOff(start, end, request.note(), actor.id(), now);
        return transactions.inTransaction(tx -> own(tx, doctorId, actor)
                .chain(doctor -> repository.addTimeOff(tx, doctorId, timeOff)));
    }

    Uni<Void> dropTimeOff(UUID doctorId, UUID id, Actor actor) {
        return transactions.inTransaction(tx -> own(tx, doctorId, actor)
                .chain(doctor -> repository.dropTimeOff(tx, doctorId, id)).invoke(dropped -> {
                    if (!dropped) {
                        throw new NotFound("time off");
                    }
                })).replaceWithVoid();
    }

    private Uni<Optional<DoctorRow>> own(SqlConnection tx, UUID doctorId, Actor actor) {
        return repository.lockDoctor(tx, doctorId).invoke(doctor -> checkOwn(doctor, actor));
    }

    /** Doctors keep their own time; reception and administration keep everybody's. */
    private static void checkOwn(Optional<DoctorRow> found, Actor actor) {
        DoctorRow doctor = found.orElseThrow(() -> new NotFound("doctor"));
        if (!actor.seesEveryVisit() && !(actor.has(Roles.DOCTOR) && actor.id().equals(doctor.accountId()))) {
            throw new Forbidden("Doctors keep their own working time.");
        }
    }

    private void checkOverlap(PlaceHours hours, List<PlaceHours> others) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean overlaps = others.stream().filter(other -> !other.locationId().equals(hours.locationId()))
                .anyMatch(other -> WorkingHoursPolicy.overlap(hours, other, today));
        if (overlaps) {
            throw new Conflict("WORKING_HOURS_OVERLAP", "The doctor is at another location then.");
        }
    }

    private void checkDates(WorkingHoursRequest request) {
        PlausibleDates.check("validFrom", request.validFrom(), clock.instant());
        if (request.validTo() != null) {
            PlausibleDates.check("validTo", request.validTo(), clock.instant());
        }
    }
}
