package dev.smartdoctor.appointment.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.clinicaltext.ClinicalField;
import dev.smartdoctor.appointment.clinicaltext.ClinicalText;
import dev.smartdoctor.appointment.visit.AppointmentRepository.Cancellation;
import dev.smartdoctor.platform.data.PostgresErrors;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.Outbox;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.Conflict;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Reads visits and carries out what changes their state but not their time. The row is locked from the reading to the
 * commit, so of two who act at once the second judges what the first has made of it.
 */
@ApplicationScoped
public class AppointmentService {

    private final Transactions transactions;
    private final AppointmentRepository appointments;
    private final Outbox outbox;
    private final ClinicalText clinicalText;
    private final Clock clock;

    public AppointmentService(Transactions transactions, AppointmentRepository appointments, Outbox outbox,
            ClinicalText clinicalText, Clock clock) {
        this.transactions = transactions;
        this.appointments = appointments;
        this.outbox = outbox;
        this.clinicalText = clinicalText;
        this.clock = clock;
    }

    public Uni<Appointment> get(UUID id, Actor actor) {
        return find(id, AppointmentScope.of(actor));
    }

    Uni<Appointment> getForService(UUID id) {
        return find(id, AppointmentScope.service());
    }

    Uni<Page<Appointment>> list(ListQuery query, PageRequest page, Actor actor) {
        return page(query.within(AppointmentScope.of(actor), page));
    }

    /** The visits of a day by each location's calendar, cancelled ones left out; for doctors, their own. */
    public Uni<Page<Appointment>> day(LocalDate date, UUID doctorId, PageRequest page, Actor actor) {
        return page(new AppointmentQuery(AppointmentScope.ofOffice(actor),
                EnumSet.complementOf(EnumSet.of(AppointmentStatus.HELD, AppointmentStatus.CANCELLED)), date, date,
                doctorId, null, page));
    }

    private Uni<Page<Appointment>> page(AppointmentQuery query) {
        return transactions.withConnection(connection -> appointments.list(connection, query).chain(
                items -> appointments.count(connection, query).map(total -> Page.of(items, query.page(), total))));
    }

    /** Confirm, check in, no-show: a change of state and nothing else. */
    public Uni<Appointment> change(AppointmentAction action, Command command) {
        return inState(action, command, null);
    }

    /** Finishes a visit, with the doctor's notes if there are any. */
    public Uni<Appointment> complete(Command command, String notes) {
        return inState(AppointmentAction.COMPLETE, command, notes);
    }

    public Uni<Appointment> cancel(Command command, String reason) {
        Instant now = clock.instant();
        return transactions.inTransaction(tx -> load(tx, command, AppointmentAction.CANCEL, now).chain(before -> {
            Relation relation = Relation.of(command.actor(), before);
            AppointmentPolicy.checkReason(AppointmentAction.CANCEL, before, reason, now);
            Buffer why = seal(before, ClinicalField.CANCEL_REASON, reason);
            Cancellation cancellation = new Cancellation(now, cancelledBy(relation), command.actor().id(), why);
            return appointments.cancel(tx, before, cancellation)
                    .chain(changed -> reread(tx, before, changed))
                    .call(after -> outbox.append(tx, AppointmentEvents.cancelled(after, cancelledBy(relation), now)));
        }));
    }

    private Uni<Appointment> inState(AppointmentAction action, Command command, String notes) {
        Instant now = clock.instant();
        return transactions.inTransaction(tx -> load(tx, command, action, now).chain(before -> appointments
                .setStatus(tx, before, action.result().orElseThrow(), now, seal(before, ClinicalField.NOTES, notes))
                .chain(changed -> reread(tx, before, changed))
                .call(after -> outbox.append(tx, AppointmentEvents.changed(action, after, now)))))
                .onFailure(AppointmentService::isTimeTaken)
                .transform(taken -> new Conflict("SLOT_TAKEN", "The time belongs to another visit by now."));
    }

    /** A visit that comes back from no-show holds its time again; someone else may have it. */
    private static boolean isTimeTaken(Throwable failure) {
        return PostgresErrors.sqlState(failure).filter(PostgresErrors.EXCLUSION_VIOLATION::equals).isPresent();
    }

    private Uni<Appointment> load(SqlConnection tx, Command command, AppointmentAction action, Instant now) {
        return appointments.lock(tx, command.id(), AppointmentScope.of(command.actor()))
                .map(found -> found.orElseThrow(() -> new NotFound("appointment")))
                .invoke(appointment -> {
                    EntityTag.check(command.ifMatch(), appointment.version());
                    AppointmentPolicy.check(action, appointment, Relation.of(command.actor(), appointment), now);
                });
    }

    private Uni<Appointment> reread(SqlConnection tx, Appointment before, boolean changed) {
        if (!changed) {
            return Uni.createFrom().failure(new Conflict("CONFLICT", "The visit was changed at the same moment."));
        }
        return appointments.find(tx, before.id(), AppointmentScope.service()).map(found -> found.orElseThrow());
    }

    private Uni<Appointment> find(UUID id, AppointmentScope scope) {
        return transactions.withConnection(connection -> appointments.find(connection, id, scope))
                .map(found -> found.orElseThrow(() -> new NotFound("appointment")));
    }

    /** An erased key stays erased: what is written about the patient afterwards is not kept. */
    private Buffer seal(Appointment appointment, ClinicalField field, String text) {
        return appointment.patient().key().isErased()
                ? null
                : clinicalText.seal(appointment.patient().key(), appointment.id(), field, text);
    }

    private static String cancelledBy(Relation relation) {
        return switch (relation) {
            case PATIENT -> "patient";
            case DOCTOR -> "doctor";
            case RECEPTION -> "receptionist";
            case ADMINISTRATION, NONE -> throw new IllegalStateException("not one who may cancel");
        };
    }

    /** What is to be done to which visit, by whom, and which version they have seen ({@code null}: whichever). */
    public record Command(UUID id, Actor actor, String ifMatch) {}
}
