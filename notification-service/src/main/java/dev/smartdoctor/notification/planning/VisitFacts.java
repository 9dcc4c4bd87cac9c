package dev.smartdoctor.notification.planning;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import io.vertx.core.json.JsonObject;

/**
 * What an event said of a visit at that moment: ids and times, no names. A mail tells these facts even if the visit has moved
 * on since, because the next event has a mail of its own.
 */
public record VisitFacts(UUID appointmentId, long version, Instant occurredAt, UUID doctorId, UUID locationId,
        Instant start,
        Instant end, ZoneId zone, String status, Optional<Earlier> earlier) {

    /** Where a moved visit was before. Events of versions before this one say no more than the time. */
    public record Earlier(Instant start, ZoneId zone, boolean withOtherDoctor) {
        private static Earlier from(JsonObject facts) {
            return new Earlier(time(facts.getString("previousStart")),
                    ZoneId.of(facts.getString("previousTimeZone", facts.getString("timeZone"))),
                    wentToOtherDoctor(facts));
        }
    }

    /** Whether a move changed the doctor; events of versions before this one do not say whose the visit was. */
    public static boolean wentToOtherDoctor(JsonObject facts) {
        String before = facts.getString("previousDoctorId");
        return before != null && !before.equals(facts.getString("doctorId"));
    }

    /** @throws IllegalArgumentException where a field is missing or ill-formed: such an event is a dead letter, not a mail */
    public static VisitFacts from(JsonObject facts) {
        try {
            return new VisitFacts(uuid(facts, "appointmentId"), facts.getLong("version"),
                    facts.getInstant("occurredAt"),
                    uuid(facts, "doctorId"), uuid(facts, "locationId"), time(facts.getString("start")),
                    time(facts.getString("end")), ZoneId.of(facts.getString("timeZone")), facts.getString("status"),
                    facts.containsKey("previousStart") ? Optional.of(Earlier.from(facts)) : Optional.empty());
        } catch (RuntimeException notFacts) {
            throw new IllegalArgumentException("The event does not hold the facts of a visit.", notFacts);
        }
    }

    private static UUID uuid(JsonObject facts, String field) {
        return UUID.fromString(facts.getString(field));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
