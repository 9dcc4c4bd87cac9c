package dev.smartdoctor.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.notification.template.Language;
import io.vertx.core.json.JsonObject;

class InboxTextTest {
    private static final JsonObject VISIT = new JsonObject(Map.of("start", "2026-12-03T10:00:00+01:00", "timeZone",
            "Europe/Berlin"));

    @Test
    void tellsTheReadersTimeBesideTheClinicsWhereTheyDiffer() {
        assertThat(text("Europe/Berlin", MessageKind.VISIT_BOOKED, VISIT)).contains("10:00")
                .doesNotContain("your time");
        assertThat(text("America/New_York", MessageKind.VISIT_BOOKED, VISIT)).contains("10:00").contains("your time")
                .contains("4:00");
    }

    @Test
    void tellsTheEarlierTimeInTheEarlierPlacesZone() {
        JsonObject moved = VISIT.copy().put("previousStart", "2026-12-03T04:00:00-05:00").put("previousTimeZone",
                "America/New_York");

        assertThat(text("Europe/Berlin", MessageKind.STAFF_VISIT_GIVEN_AWAY, moved)).contains("4:00");
    }

    @Test
    void tellsOfAnotherDoctorRatherThanOfAMoveToTheSameTime() {
        JsonObject moved = VISIT.copy().put("previousStart", VISIT.getString("start")).put("doctorId", "d2");

        for (MessageKind kind : List.of(MessageKind.VISIT_RESCHEDULED, MessageKind.STAFF_VISIT_RESCHEDULED)) {
            assertThat(text("Europe/Berlin", kind, moved.copy().put("previousDoctorId", "d1")))
                    .contains("is now with another doctor").contains("10:00");
            assertThat(text("Europe/Berlin", kind, moved.copy().put("previousDoctorId", "d2")))
                    .contains("was moved from");
        }
    }

    private static String text(String readerZone, MessageKind kind, JsonObject facts) {
        InboxItem item = new InboxItem(UUID.randomUUID(), kind, facts, null, Instant.EPOCH, null);
        return new InboxText(Language.of("en"), ZoneId.of(readerZone)).view(item).text();
    }
}
