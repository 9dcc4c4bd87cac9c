package dev.smartdoctor.notification;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import dev.smartdoctor.notification.planning.VisitFacts;
import dev.smartdoctor.notification.recipient.Recipient;
import dev.smartdoctor.notification.visit.Visit;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import dev.smartdoctor.platform.testing.ExampleEvents;
import io.vertx.core.json.JsonObject;

/** The example events, a patient, and the visit they tell of. */
public final class Examples {
    public static final UUID DOCTOR = UUID.fromString("d0c70e00-0000-4000-8000-000000000001");
    public static final UUID LOCATION = UUID.fromString("10ca7100-0000-4000-8000-000000000001");

    private Examples() {
    }

    public static DomainEvent event(String type) {
        return EventFields.read(ExampleEvents.fields(type));
    }

    /** The same event under another id and about another person and visit, with some payload fields replaced. */
    public static DomainEvent about(String type, UUID account, UUID aggregate, Map<String, Object> changes) {
        DomainEvent example = EventFields.read(ExampleEvents.about(type, Map.of("accountId", account,
                "patientAccountId", account, "appointmentId", aggregate)));
        JsonObject payload = example.payload();
        changes.forEach(payload::put);
        return new DomainEvent(example.id(), example.type(), example.aggregateType(), aggregate, example.occurredAt(),
                example.version(), example.schemaVersion(), example.traceparent(), payload);
    }

    public static Recipient patient(String name, String locale, String zone) {
        return new Recipient(UUID.randomUUID(), "patient@example.org", name, locale, ZoneId.of(zone));
    }

    public static VisitFacts facts(String type) {
        DomainEvent event = event(type);
        return VisitFacts
                .from(event.payload().copy().put("version", event.version()).put("occurredAt", event.occurredAt()));
    }

    public static Visit visit(String doctor, String place) {
        UUID id = facts("appointment.booked").appointmentId();
        return new Visit(id, 1, "booked", DOCTOR, doctor, LOCATION, place, "Lindenstraße 5, 10969 Berlin");
    }
}
