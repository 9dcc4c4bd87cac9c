package dev.smartdoctor.notification.planning;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.security.Roles;
import io.vertx.core.json.JsonObject;

/**
 * What an event of appointment-service means for the patient, the doctor and the reception. Only booked, moved and cancelled
 * are mailed, and only to the patient; the house learns by its inbox. Patients without an account (walk-ins) have no address
 * here and are told by the reception.
 */
public final class VisitPlanner {
    static final Set<String> TYPES = Set.of("appointment.booked", "appointment.rescheduled", "appointment.cancelled",
            "appointment.confirmed", "appointment.checked_in", "appointment.completed", "appointment.no_show",
            "waitlist.offered");
    private static final String BOOKED = "booked";

    private final ReminderPolicy reminders;
    private final Clock clock;

    public VisitPlanner(List<Duration> offsets, Clock clock) {
        this.reminders = new ReminderPolicy(offsets);
        this.clock = clock;
    }

    public Plan plan(DomainEvent event) {
        return "waitlist.offered".equals(event.type()) ? offer(event) : visit(event);
    }

    private Plan offer(DomainEvent event) {
        Plan.Builder plan = Plan.builder();
        account(event, "patientAccountId").ifPresent(patient -> plan.item(new PlannedItem(event.id(), patient, null,
                MessageKind.WAITLIST_OFFERED, null, AccountPlanner.factsOf(event))));
        return plan.build();
    }

    private Plan visit(DomainEvent event) {
        JsonObject json = AccountPlanner.factsOf(event);
        VisitFacts facts = VisitFacts.from(json);
        Plan.Builder plan = Plan.builder().obsoleteBefore(facts.appointmentId(), facts.version());
        switch (event.type()) {
            case "appointment.booked" -> {
                tell(plan, event, json, MessageKind.VISIT_BOOKED, MessageKind.STAFF_VISIT_BOOKED);
                remind(plan, event, facts, json);
            }
            case "appointment.rescheduled" -> {
                tellOfMove(plan, event, facts, json);
                remind(plan, event, facts, json);
            }
            case "appointment.cancelled" ->
                tell(plan, event, json, MessageKind.VISIT_CANCELLED, MessageKind.STAFF_VISIT_CANCELLED);
            case "appointment.confirmed" -> {
                item(plan, event, json, "patientAccountId", MessageKind.VISIT_CONFIRMED);
                remind(plan, event, facts, json);
            }
            case "appointment.checked_in" ->
                item(plan, event, json, "doctorAccountId", MessageKind.STAFF_PATIENT_ARRIVED);
            case "appointment.no_show" -> item(plan, event, json, "patientAccountId", MessageKind.VISIT_MISSED);
            case "appointment.completed" -> {
                /* both were in the room: nobody needs telling */ }
            default -> throw new IllegalArgumentException("No plan for " + event.type());
        }
        return plan.build();
    }

    private void tell(Plan.Builder plan, DomainEvent event, JsonObject facts, MessageKind patientKind,
            MessageKind staffKind) {
        tellPatient(plan, event, facts, patientKind);
        item(plan, event, facts, "doctorAccountId", staffKind);
        tellReception(plan, event, facts, staffKind);
    }

    /** To whom it is given it is a new visit; from whom it is taken, it is none any more, and not theirs to open. */
    private void tellOfMove(Plan.Builder plan, DomainEvent event, VisitFacts facts, JsonObject json) {
        if (facts.earlier().filter(VisitFacts.Earlier::withOtherDoctor).isEmpty()) {
            tell(plan, event, json, MessageKind.VISIT_RESCHEDULED, MessageKind.STAFF_VISIT_RESCHEDULED);
            return;
        }
        tellPatient(plan, event, json, MessageKind.VISIT_RESCHEDULED);
        item(plan, event, json, "doctorAccountId", MessageKind.STAFF_VISIT_BOOKED);
        account(event, "previousDoctorAccountId").ifPresent(before -> plan.item(new PlannedItem(event.id(), before,
                null, MessageKind.STAFF_VISIT_GIVEN_AWAY, null, json)));
        tellReception(plan, event, json, MessageKind.STAFF_VISIT_RESCHEDULED);
    }

    private void tellPatient(Plan.Builder plan, DomainEvent event, JsonObject facts, MessageKind kind) {
        account(event, "patientAccountId").ifPresent(
                patient -> plan.mail(new PlannedMail(event.id(), patient, kind, facts)));
        item(plan, event, facts, "patientAccountId", kind);
    }

    private static void tellReception(Plan.Builder plan, DomainEvent event, JsonObject facts, MessageKind kind) {
        plan.item(new PlannedItem(event.id(), null, Roles.RECEPTIONIST, kind, event.aggregateId(), facts));
    }

    private void item(Plan.Builder plan, DomainEvent event, JsonObject facts, String accountField, MessageKind kind) {
        account(event, accountField).ifPresent(account -> plan.item(
                new PlannedItem(event.id(), account, null, kind, event.aggregateId(), facts)));
    }

    private void remind(Plan.Builder plan, DomainEvent event, VisitFacts facts, JsonObject json) {
        if (!BOOKED.equals(facts.status())) {
            return;
        }
        account(event, "patientAccountId").ifPresent(patient -> plan.reminders(
                reminders.stillAhead(facts.start(), clock.instant()).stream()
                        .map(offset -> new PlannedReminder(event.id(), facts.appointmentId(), facts.version(), patient,
                                offset, facts.start().minus(offset),
                                json.copy().put("offsetMinutes", offset.toMinutes())))
                        .toList()));
    }

    private static Optional<UUID> account(DomainEvent event, String field) {
        return Optional.ofNullable(event.payload().getString(field)).map(UUID::fromString);
    }
}
