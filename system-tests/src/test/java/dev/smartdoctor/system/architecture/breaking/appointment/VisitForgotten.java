package dev.smartdoctor.system.architecture.breaking.appointment;

import java.time.Instant;
import java.util.UUID;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventType;
import io.vertx.core.json.JsonObject;

/** Is a type of event that stands in no list, and makes an event of another that is only a text. */
public record VisitForgotten(String type, String aggregateType) implements EventType {
    static DomainEvent event(UUID visit, Instant now) {
        return new DomainEvent(visit, "appointment.forgotten", "appointment", visit, now, 1, 1, null, new JsonObject());
    }
}
