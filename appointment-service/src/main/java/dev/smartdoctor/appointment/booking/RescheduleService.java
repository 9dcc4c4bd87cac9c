package dev.smartdoctor.appointment.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.visit.Actor;
import dev.smartdoctor.appointment.visit.Appointment;
import dev.smartdoctor.appointment.visit.AppointmentAction;
import dev.smartdoctor.appointment.visit.AppointmentEvents;
import dev.smartdoctor.appointment.visit.AppointmentPolicy;
import dev.smartdoctor.appointment.visit.AppointmentRepository;
import dev.smartdoctor.appointment.visit.AppointmentScope;
import dev.smartdoctor.appointment.visit.AppointmentService.Command;
import dev.smartdoctor.appointment.visit.AppointmentStatus;
import dev.smartdoctor.appointment.visit.EntityTag;
import dev.smartdoctor.appointment.visit.Relation;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.Outbox;
import dev.smartdoctor.platform.problem.Conflict;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Moves a visit: one transaction on one row, so the old time is free at the very moment the new one is taken. */
@ApplicationScoped
public class RescheduleService {

    private final Transactions transactions;
    private final AppointmentRepository appointments;
    private final SlotGuard guard;
    private final Outbox outbox;
    private final BookingRecovery recovery;
    private final Clock clock;

    RescheduleService(Transactions transactions, AppointmentRepository appointments, SlotGuard guard, Outbox outbox,
            BookingRecovery recovery, Clock clock) {
        this.transactions = transactions;
        this.appointments = appointments;
        this.guard = guard;
        this.outbox = outbox;
        this.recovery = recovery;
        this.clock = clock;
    }

    Uni<Appointment> reschedule(Command command, RescheduleRequest request) {
        AppointmentScope scope = AppointmentScope.of(command.actor());
        return transactions.withConnection(connection -> appointments.find(connection, command.id(), scope))
                .map(found -> found.orElseThrow(() -> new NotFound("appointment")))
                .map(before -> wish(before, command.actor(), request))
                .chain(wish -> recovery.attempt(wish,
                        () -> transactions.inTransaction(tx -> moveOnce(tx, command, wish, clock.instant()))));
    }

    private static SlotRequest wish(Appointment before, Actor actor, RescheduleRequest request) {
        UUID doctorId = request.doctorId() == null ? before.doctor().id() : request.doctorId();
        return new SlotRequest(doctorId, request.start().toInstant(), before.rules().code(), before.patient().id(),
                actor.id(), null, before.id());
    }

    private Uni<Appointment> moveOnce(SqlConnection tx, Command command, SlotRequest wish, Instant now) {
        return appointments.lock(tx, command.id(), AppointmentScope.of(command.actor()))
                .map(found -> found.orElseThrow(() -> new NotFound("appointment")))
                .invoke(before -> check(command, before, now))
                .chain(before -> isThere(before, wish)
                        ? Uni.createFrom().item(before)
                        : move(tx, command, wish, before, now));
    }

    /** A request that comes a second time changes nothing, and nobody hears of it again. */
    private static boolean isThere(Appointment before, SlotRequest wish) {
        return before.start().equals(wish.start()) && before.doctor().id().equals(wish.doctorId());
    }

    private Uni<Appointment> move(SqlConnection tx, Command command, SlotRequest wish, Appointment before,
            Instant now) {
        return guard.context(tx, wish, now)
                .invoke(context -> BookingPolicy.checkDoctor(command.actor(), wish.patientId(), context.doctor()))
                .chain(context -> guard.offer(tx, wish, context, now))
                .map(offer -> moved(before, command.actor(), wish, offer, now))
                .call(after -> appointments.move(tx, after).invoke(RescheduleService::ensureMoved))
                .call(after -> outbox.append(tx, AppointmentEvents.rescheduled(before, after, now)));
    }

    private static void check(Command command, Appointment before, Instant now) {
        EntityTag.check(command.ifMatch(), before.version());
        AppointmentPolicy.check(AppointmentAction.RESCHEDULE, before, Relation.of(command.actor(), before), now);
    }

    private static Appointment moved(Appointment before, Actor actor, SlotRequest wish, Offer offer, Instant now) {
        boolean byStaff = Relation.of(actor, before).isStaff();
        AppointmentStatus status = before.rules().needsApproval() && !byStaff
                ? AppointmentStatus.PENDING
                : before.status();
        return new Appointment(before.id(), before.version() + 1, status, before.patient(), offer.context().doctor(),
                offer.place(), before.rules(), wish.start(), before.rules().end(wish.start()), now,
                before.triageLevel(), before.texts());
    }

    private static void ensureMoved(boolean moved) {
        if (!moved) {
            throw new Conflict("CONFLICT", "The visit was changed at the same moment.");
        }
    }
}
