package dev.smartdoctor.appointment.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.booking.IdempotencyRepository.Claim;
import dev.smartdoctor.appointment.visit.Appointment;
import dev.smartdoctor.appointment.visit.AppointmentRepository;
import dev.smartdoctor.appointment.visit.AppointmentScope;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Books a visit once per key, in one transaction of five round trips: begin; key, rules and hours; locks and what is
 * taken; row and event; commit.
 */
@ApplicationScoped
public class BookingService {

    private final Transactions transactions;
    private final IdempotencyRepository keys;
    private final VisitCreation visits;
    private final AppointmentRepository appointments;
    private final BookingRecovery recovery;
    private final Clock clock;

    BookingService(Transactions transactions, IdempotencyRepository keys, VisitCreation visits,
            AppointmentRepository appointments, BookingRecovery recovery, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.visits = visits;
        this.appointments = appointments;
        this.recovery = recovery;
        this.clock = clock;
    }

    /** The visit booked now, or the one that the same key and body have led to before, as it now is. */
    Uni<Appointment> book(BookingCommand command, Buffer fingerprint) {
        Claim claim = new Claim(command.actor().id(), command.key(), BookingCommand.ROUTE, fingerprint,
                UUID.randomUUID());
        return recovery.attempt(command.slot(),
                () -> transactions.inTransaction(tx -> bookOnce(tx, command, claim, clock.instant())));
    }

    private Uni<Appointment> bookOnce(SqlConnection tx, BookingCommand command, Claim claim, Instant now) {
        // Sent together with the claim; what it may have failed with matters only if the key is new.
        Uni<Boolean> claimed = keys.claim(tx, claim, now);
        Uni<BookingContext> context = visits.context(tx, command, now).memoize().indefinitely();
        return Uni.combine().all().unis(claimed, context.onFailure(ApiException.class).recoverWithNull()).asTuple()
                .chain(read -> read.getItem1()
                        ? context.chain(known -> visits.create(tx, command, claim.appointmentId(), known, now))
                        : replay(tx, claim));
    }

    private Uni<Appointment> replay(SqlConnection tx, Claim claim) {
        return keys.find(tx, claim.accountId(), claim.key()).chain(earlier -> {
            if (!earlier.asksTheSameAs(claim)) {
                throw new ApiException(422, "IDEMPOTENCY_KEY_REUSED", "Idempotency key reused",
                        "This key was used for another booking.");
            }
            return appointments.find(tx, earlier.appointmentId(), AppointmentScope.service());
        }).map(found -> found.orElseThrow(() -> new NotFound("appointment")));
    }
}
