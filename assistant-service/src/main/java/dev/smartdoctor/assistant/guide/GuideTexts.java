package dev.smartdoctor.assistant.guide;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import dev.smartdoctor.assistant.appointments.SlotOffer;
import dev.smartdoctor.assistant.appointments.Visit;
import dev.smartdoctor.assistant.language.Language;
import dev.smartdoctor.assistant.language.Texts;

/** The dialogue's sentences. Times are the clinic's, with its zone. */
final class GuideTexts {

    static final int SHOWN = 5;

    private final Texts texts = Texts.load();

    String say(Language language, String key) {
        return texts.text(language, key);
    }

    String say(Language language, String key, Map<String, String> values) {
        return texts.text(language, key, values);
    }

    String specialty(Language language, String code) {
        return texts.text(language, "specialty." + code);
    }

    String result(Language language, List<String> labels, String advice) {
        String finding = labels.isEmpty()
                ? ""
                : texts.text(language, "guide.finding", Map.of("labels", String.join("; ", labels)));
        return texts.text(language, "guide.result", Map.of("finding", finding, "advice", advice));
    }

    String offers(Language language, String specialty, List<SlotOffer> offers, int page) {
        StringBuilder text = new StringBuilder(
                texts.text(language, "guide.slots", Map.of("specialty", specialty(language, specialty))));
        appendOffers(text, language, offers, page);
        return text.toString();
    }

    void appendOffers(StringBuilder text, Language language, List<SlotOffer> offers, int page) {
        for (int i = page; i < Math.min(offers.size(), page + SHOWN); i++) {
            SlotOffer offer = offers.get(i);
            text.append('\n').append(line(language, i - page + 1, offer.start(), offer.timeZone(), offer.doctorName()));
        }
    }

    String visits(Language language, String key, List<Visit> visits) {
        StringBuilder text = new StringBuilder(say(language, key));
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            text.append('\n').append(line(language, i + 1, visit.start(), visit.timeZone(), visit.doctorName()));
        }
        return text.toString();
    }

    private String line(Language language, int number, OffsetDateTime start, String zone, String doctor) {
        Map<String, String> values = new java.util.HashMap<>(time(language, start, zone, doctor));
        values.put("number", Integer.toString(number));
        return texts.text(language, "guide.slot", values);
    }

    Map<String, String> time(Language language, OffsetDateTime start, String zone, String doctor) {
        return Map.of("day", DateTimeFormatter.ofPattern("EEE d MMM", language.locale()).format(start), "time",
                DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(start), "zone", zone, "doctor", doctor);
    }
}
