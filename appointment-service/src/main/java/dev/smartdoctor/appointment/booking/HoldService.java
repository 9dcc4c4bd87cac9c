package dev.smartdoctor.appointment.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.visit.Actor;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Keeps a slot for the few minutes a form takes. The hold is a row of the same table, guarded by the same constraints. */
@ApplicationScoped
public class HoldService {

    private final Transactions transactions;
    private final SlotGuard guard;
    private final BookingRepository bookings;
    private final BookingRecovery recovery;
    private final BookingConfig config;
    private final Clock clock;

    HoldService(Transactions transactions, SlotGuard guard, BookingRepository bookings, BookingRecovery recovery,
            BookingConfig config, Clock clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.bookings = bookings;
        this.recovery = recovery;
        this.config = config;
        this.clock = clock;
    }

    Uni<HoldView> hold(HoldRequest request, Actor actor) {
        SlotRequest slot = new SlotRequest(request.doctorId(), request.start().toInstant(),
                BookingPolicy.visitType(request.visitType()), BookingPolicy.holder(actor), actor.id(), null, null);
        return recovery.attempt(slot, () -> transactions.inTransaction(tx -> holdOnce(tx, slot, clock.instant())));
    }

    /** Gives the time back at once; fails with {@link NotFound} for what is no live hold of the caller's. */
    Uni<Void> release(UUID holdId, Actor actor) {
        return transactions.inTransaction(tx -> bookings.release(tx, holdId, actor.id(), clock.instant()))
                .invoke(released -> {
                    if (!released) {
                        throw new NotFound("hold");
                    }
                }).replaceWithVoid();
    }

    /** Who holds the time already, in another tab or before signing in again, is told of that hold: it is not someone else's. */
    private Uni<HoldView> holdOnce(SqlConnection tx, SlotRequest slot, Instant now) {
        if (!SlotGuard.isThinkable(slot, now)) {
            return Uni.createFrom().failure(new SlotNotOffered());
        }
        return bookings.liveHold(tx, slot, now)
                .chain(held -> held.map(hold -> Uni.createFrom().item(hold)).orElseGet(() -> holdAnew(tx, slot, now)));
    }

    private Uni<HoldView> holdAnew(SqlConnection tx, SlotRequest slot, Instant now) {
        return guard.context(tx, slot, now).chain(context -> {
            if (slot.patientId() != null && context.patient() == null) {
                throw new PatientUnknown();
            }
            return guard.offer(tx, slot, context, now);
        }).chain(offer -> {
            if (offer.standing().liveHolds() >= config.liveHolds()) {
                throw new TooManyHolds(config.liveHolds());
            }
            // As fine as the database keeps it, so that it reads the same when asked for again.
            HoldView hold = new HoldView(UUID.randomUUID(),
                    now.plus(config.holdTime()).truncatedTo(ChronoUnit.MICROS));
            return bookings.insertHold(tx, hold, slot, offer, now).replaceWith(hold);
        });
    }
}
