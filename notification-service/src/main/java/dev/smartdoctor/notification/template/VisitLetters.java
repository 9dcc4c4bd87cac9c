package dev.smartdoctor.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.notification.planning.VisitFacts;
import dev.smartdoctor.notification.recipient.Recipient;
import dev.smartdoctor.notification.template.Letter.Fact;
import dev.smartdoctor.notification.visit.Visit;

/**
 * The mails about a visit: times, doctor and place from the event, their names as they are now. A name that cannot be found is
 * left out rather than told wrongly. Nothing says why the visit is made.
 */
public final class VisitLetters {
    private final Links links;

    public VisitLetters(String publicUrl) {
        this.links = new Links(publicUrl);
    }

    public Letter letter(MessageKind kind, Recipient to, Language language, VisitFacts facts, Visit visit) {
        Words words = Words.in(language);
        Moments moments = new Moments(language);
        String key = kind.code() + ".";
        Map<String, String> values = Map.of("date", moments.date(facts.start(), facts.zone()),
                "clock", moments.clock(facts.start(), facts.zone()));
        String url = kind == MessageKind.VISIT_CANCELLED ? links.findTime() : links.visit(facts.appointmentId());
        boolean otherDoctor = facts.earlier().filter(VisitFacts.Earlier::withOtherDoctor).isPresent();
        String event = otherDoctor ? key + "otherDoctor." : key;
        return new Letter(language, words.say(event + "subject", values), words.say(event + "heading"),
                words.say("common.greeting", Map.of("name", to.fullName())), words.say(event + "text"),
                facts(words, moments, to, facts, visit),
                new Letter.Button(words.say(key + "button"), url, words.say("common.linkHint")),
                words.sayIfThere(key + "note", values), Optional.of(words.say("common.privacy")),
                new Letter.Footer(words.say("common.footer"), words.say("common.signature")));
    }

    /** What the calendar shows for the visit. */
    public static String summary(MessageKind kind, Language language, VisitFacts facts, Visit visit) {
        return Words.in(language).say(kind.code() + ".summary",
                Map.of("doctor", doctor(facts, visit).orElse("Smart Doctor")));
    }

    static Optional<String> place(VisitFacts facts, Visit visit) {
        if (!facts.locationId().equals(visit.locationId()) || visit.locationName() == null) {
            return Optional.empty();
        }
        boolean addressKnown = visit.locationAddress() != null && !visit.locationAddress().isBlank();
        return Optional.of(addressKnown ? visit.locationName() + ", " + visit.locationAddress() : visit.locationName());
    }

    private static Optional<String> doctor(VisitFacts facts, Visit visit) {
        return facts.doctorId().equals(visit.doctorId()) ? Optional.ofNullable(visit.doctorName()) : Optional.empty();
    }

    private static List<Fact> facts(Words words, Moments moments, Recipient to, VisitFacts facts, Visit visit) {
        List<Fact> table = new ArrayList<>();
        table.add(new Fact(words.say("common.when"), moments.span(facts.start(), facts.end(), facts.zone())));
        if (!Moments.sameClock(facts.start(), facts.zone(), to.zone())) {
            table.add(new Fact(words.say("common.yourTime"), moments.span(facts.start(), facts.end(), to.zone())));
        }
        facts.earlier().ifPresent(before -> table
                .add(new Fact(words.say("common.previously"), moments.moment(before.start(), before.zone()))));
        doctor(facts, visit).ifPresent(name -> table.add(new Fact(words.say("common.doctor"), name)));
        place(facts, visit).ifPresent(place -> table.add(new Fact(words.say("common.where"), place)));
        return table;
    }
}
