package dev.smartdoctor.notification.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import dev.smartdoctor.notification.planning.VisitFacts;
import dev.smartdoctor.notification.template.Language;
import dev.smartdoctor.notification.template.Moments;
import dev.smartdoctor.notification.template.Words;
import io.vertx.core.json.JsonObject;

/** Puts an item into words: visits in the clinic's zone, with the reader's beside it where it differs, everything else in the reader's. */
final class InboxText {
    private final Words words;
    private final Moments moments;
    private final ZoneId readerZone;

    InboxText(Language language, ZoneId readerZone) {
        this.words = Words.in(language);
        this.moments = new Moments(language);
        this.readerZone = readerZone;
    }

    InboxItemView view(InboxItem item) {
        String key = key(item);
        return new InboxItemView(item.id(), item.kind().code(), words.say(key + ".title"),
                words.say(key + ".text", values(item.facts())), item.createdAt(), item.readAt(), item.appointmentId());
    }

    /** The doctors have items of their own; everyone else's tells of the move, or of the doctor where that is another. */
    private static String key(InboxItem item) {
        String key = "inbox." + item.kind().code();
        return item.kind().tellsOfMove() && VisitFacts.wentToOtherDoctor(item.facts()) ? key + ".otherDoctor" : key;
    }

    private Map<String, String> values(JsonObject facts) {
        Map<String, String> values = new HashMap<>();
        ZoneId zone = facts.containsKey("timeZone") ? ZoneId.of(facts.getString("timeZone")) : readerZone;
        put(values, "when", facts.getString("start"), zone);
        put(values, "before", facts.getString("previousStart", facts.getString("start")),
                facts.containsKey("previousTimeZone") ? ZoneId.of(facts.getString("previousTimeZone")) : zone);
        put(values, "time", facts.getString("occurredAt"), readerZone);
        put(values, "expires", facts.getString("expiresAt"), readerZone);
        return values;
    }

    private void put(Map<String, String> values, String mark, String time, ZoneId zone) {
        if (time != null) {
            Instant moment = OffsetDateTime.parse(time).toInstant();
            String there = moments.moment(moment, zone);
            values.put(mark, Moments.sameClock(moment, zone, readerZone)
                    ? there
                    : words.say("common.andHere",
                            Map.of("there", there, "here", moments.moment(moment, readerZone))));
        }
    }
}
