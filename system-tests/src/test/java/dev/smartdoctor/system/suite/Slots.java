package dev.smartdoctor.system.suite;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Free times of the demo clinic. */
public final class Slots {
    private Slots() {
    }

    /** A time that is offered. */
    public record Slot(String doctorId, String start, String timeZone) {}

    /** What one specialty offers over a week that begins so many days from now. */
    public static List<Slot> of(Api api, String specialty, int daysFromNow) {
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(daysFromNow);
        return read(api.get("/api/slots?specialty=" + specialty + "&from=" + from + "&to=" + from.plusDays(6)));
    }

    /** What one doctor offers over the month that begins so many days from now. */
    public static List<Slot> ofDoctor(Api api, String doctorId, int daysFromNow) {
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(daysFromNow);
        return read(api.get("/api/slots?doctorId=" + doctorId + "&from=" + from + "&to=" + from.plusDays(30)));
    }

    private static List<Slot> read(Answer answer) {
        List<Slot> slots = new ArrayList<>();
        for (JsonNode slot : answer.expect(200).json().get("slots")) {
            slots.add(
                    new Slot(slot.get("doctorId").asText(), slot.get("start").asText(), slot.get("timeZone").asText()));
        }
        return slots;
    }
}
