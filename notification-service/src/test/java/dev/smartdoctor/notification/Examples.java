package dev.smartdoctor.notification;

import java.time.ZoneId;
import java.util.UUID;

import dev.smartdoctor.notification.planning.VisitFacts;
import dev.smartdoctor.notification.recipient.Recipient;
import dev.smartdoctor.notification.visit.Visit;
import dev.smartdoctor.platform.outbox.DomainEvent;

/** A patient, and the visit of the example events. */
public final class Examples {
    public static final UUID DOCTOR = UUID.fromString("d0c70e00-0000-4000-8000-000000000001");
    public static final UUID LOCATION = UUID.fromString("10ca7100-0000-4000-8000-000000000001");

    private Examples() {
    }

    public static Recipient patient(String name, String locale, String zone) {
        return new Recipient(UUID.randomUUID(), "patient@example.org", name, locale, ZoneId.of(zone));
    }

    public static VisitFacts facts(String type) {
        DomainEvent event = ExampleEvents.read(type);
        return VisitFacts
                .from(event.payload().copy().put("version", event.version()).put("occurredAt", event.occurredAt()));
    }

    public static Visit visit(String doctor, String place) {
        UUID id = facts("appointment.booked").appointmentId();
        return new Visit(id, 1, "booked", DOCTOR, doctor, LOCATION, place, "Lindenstraße 5, 10969 Berlin");
    }
}
