package dev.smartdoctor.appointment.booking;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.clinicaltext.ClinicalField;
import dev.smartdoctor.appointment.clinicaltext.ClinicalText;
import dev.smartdoctor.appointment.clinicaltext.PatientKey;
import dev.smartdoctor.appointment.triage.TriageLevel;
import dev.smartdoctor.appointment.triage.TriageProof;
import dev.smartdoctor.appointment.visit.Actor;
import dev.smartdoctor.appointment.visit.Appointment;
import dev.smartdoctor.appointment.visit.Appointment.PatientRef;
import dev.smartdoctor.appointment.visit.Appointment.SealedTexts;
import dev.smartdoctor.appointment.visit.AppointmentEvents;
import dev.smartdoctor.appointment.visit.AppointmentStatus;
import dev.smartdoctor.platform.outbox.Outbox;
import dev.smartdoctor.platform.problem.NotFound;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The part of a booking that happens once per key: judge, write the visit, say so in the outbox. */
@ApplicationScoped
class VisitCreation {

    private final SlotGuard guard;
    private final BookingRepository bookings;
    private final Outbox outbox;
    private final TriageProof proofs;
    private final ClinicalText clinicalText;

    VisitCreation(SlotGuard guard, BookingRepository bookings, Outbox outbox, TriageProof proofs,
            ClinicalText clinicalText) {
        this.guard = guard;
        this.bookings = bookings;
        this.outbox = outbox;
        this.proofs = proofs;
        this.clinicalText = clinicalText;
    }

    Uni<BookingContext> context(SqlConnection tx, BookingCommand command, Instant now) {
        return guard.context(tx, command.slot(), now);
    }

    Uni<Appointment> create(SqlConnection tx, BookingCommand command, UUID id, BookingContext context, Instant now) {
        String level = level(command);
        PatientRef patient = identified(context.patient());
        BookingPolicy.checkDoctor(command.actor(), patient.id(), context.doctor());
        return guard.offer(tx, command.slot(), context, now)
                .map(offer -> appointment(command, id, offer, level, now))
                .call(appointment -> write(tx, appointment, command.actor(), now));
    }

    private Uni<Void> write(SqlConnection tx, Appointment appointment, Actor actor, Instant now) {
        // Sent together: if the row is refused, the event is too, for the transaction is over.
        return Uni.combine().all().unis(bookings.insert(tx, appointment, actor.id()),
                outbox.append(tx, AppointmentEvents.booked(appointment, now))).discardItems();
    }

    private Appointment appointment(BookingCommand command, UUID id, Offer offer, String level, Instant now) {
        BookingContext context = offer.context();
        if (offer.standing().activeAppointments() >= context.rules().activeLimit()) {
            throw new TooManyActiveAppointments(context.rules().activeLimit());
        }
        PatientKey key = context.patient().key();
        SealedTexts texts = new SealedTexts(clinicalText.seal(key, id, ClinicalField.REASON, command.reason()),
                clinicalText.seal(key, id, ClinicalField.SUMMARY, command.summary()), null);
        Instant start = command.slot().start();
        return new Appointment(id, 1, status(command.actor(), context), context.patient(), context.doctor(),
                offer.place(), context.rules(), start, context.rules().end(start), now, level, texts);
    }

    /** Staff who book have approved, unless the visit is their own: nobody approves for themselves. */
    private static AppointmentStatus status(Actor actor, BookingContext context) {
        boolean own = actor.id().equals(context.patient().accountId());
        boolean byStaff = !own && (actor.has(Roles.RECEPTIONIST) || actor.id().equals(context.doctor().accountId()));
        return context.rules().needsApproval() && !byStaff ? AppointmentStatus.PENDING : AppointmentStatus.BOOKED;
    }

    private String level(BookingCommand command) {
        if (command.triageProof() == null) {
            return null;
        }
        TriageLevel level = proofs.verify(command.triageProof(), command.actor().id());
        return level.code();
    }

    /** A record without a key is that of a person who was erased: to the clinic they do not exist. */
    private static PatientRef identified(PatientRef patient) {
        if (patient == null || patient.name() == null) {
            throw new PatientUnknown();
        }
        if (patient.key().isErased()) {
            throw new NotFound("patient");
        }
        return patient;
    }
}
