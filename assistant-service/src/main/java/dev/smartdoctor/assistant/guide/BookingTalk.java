package dev.smartdoctor.assistant.guide;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.appointments.Appointments;
import dev.smartdoctor.assistant.appointments.SlotOffer;
import dev.smartdoctor.assistant.language.Language;
import dev.smartdoctor.assistant.proposal.ProposalDraft;
import dev.smartdoctor.assistant.proposal.ProposalKind;
import dev.smartdoctor.assistant.proposal.ProposalTerms;
import io.smallrye.mutiny.Uni;

/** The part of the dialogue that shows free times and turns a choice into a proposal. Never reached after an emergency. */
@ApplicationScoped
class BookingTalk {

    private static final int MOST_KEPT = 40;
    private static final int REASON_CHARACTERS = 900;
    private static final Duration DAY = Duration.ofHours(24);

    private final Appointments appointments;
    private final Clock clock;
    private final GuideTexts texts = new GuideTexts();

    BookingTalk(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    Uni<GuideReply> offer(Turn turn, String specialty) {
        return turn.state().hasEmergency()
                ? emergencyAgain(turn)
                : offer(turn.state(), specialty, false, turn.language());
    }

    /** "Book": the specialty that was named, else the one the story led to; empty where neither is known. */
    Optional<Uni<GuideReply>> wanted(Turn turn) {
        if (turn.state().hasEmergency()) {
            return Optional.of(emergencyAgain(turn));
        }
        return Intent.specialty(turn.heard())
                .or(() -> Optional.ofNullable(turn.state().triage()).map(GuideState.Outcome::specialty))
                .map(specialty -> offer(turn.state(), specialty, false, turn.language()));
    }

    Uni<GuideReply> offer(GuideState state, String specialty, boolean soon, Language language) {
        return appointments.slots(specialty).map(slots -> {
            if (slots.isEmpty()) {
                return GuideReply.of(state.done(), texts.say(language, "guide.no-slots",
                        Map.of("specialty", texts.specialty(language, specialty))));
            }
            List<SlotOffer> kept = slots.stream().limit(MOST_KEPT).toList();
            String late = soon && kept.get(0).start().toInstant().isAfter(clock.instant().plus(DAY))
                    ? texts.say(language, "guide.none-today") + "\n"
                    : "";
            return GuideReply.of(state.offering(Stage.PICK_SLOT, kept, 0),
                    late + texts.offers(language, specialty, kept, 0));
        });
    }

    Uni<GuideReply> pick(Turn turn) {
        GuideState state = turn.state();
        if (Intent.of(turn.heard()).filter(intent -> intent == Intent.MORE).isPresent()) {
            return Uni.createFrom().item(more(turn));
        }
        OptionalInt number = Intent.number(turn.text());
        int index = state.page() + number.orElse(0) - 1;
        boolean shown = number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= GuideTexts.SHOWN
                && index < state.offers().size();
        return Uni.createFrom().item(shown
                ? propose(turn, state.offers().get(index))
                : GuideReply.of(state, texts.say(turn.language(), "guide.pick-number")));
    }

    private GuideReply more(Turn turn) {
        GuideState state = turn.state();
        int next = state.page() + GuideTexts.SHOWN;
        int page = next < state.offers().size() ? next : 0;
        String text = texts.offers(turn.language(), specialtyOf(turn), state.offers(), page);
        return GuideReply.of(state.offering(Stage.PICK_SLOT, state.offers(), page), text);
    }

    private static String specialtyOf(Turn turn) {
        GuideState.Outcome outcome = turn.state().triage();
        return Intent.specialty(turn.heard()).orElse(outcome == null ? "general_practice" : outcome.specialty());
    }

    private GuideReply propose(Turn turn, SlotOffer offer) {
        GuideState state = turn.state();
        GuideState.Outcome outcome = state.triage();
        String text = texts.say(turn.language(), "guide.propose-book",
                texts.time(turn.language(), offer.start(), offer.timeZone(), offer.doctorName()));
        ProposalTerms terms = new ProposalTerms(text, null, null, offer.doctorId(), offer.doctorName(), offer.start(),
                offer.timeZone(),
                offer.visitType(), outcome == null ? null : outcome.level(),
                outcome == null ? null : outcome.rulesVersion(),
                reason(state), report(outcome));
        return GuideReply.proposing(state, text, new ProposalDraft(ProposalKind.BOOK, terms));
    }

    /** The patient's own words, for the doctor. */
    private static String reason(GuideState state) {
        String told = String.join(" ", state.story()).strip();
        int end = told.offsetByCodePoints(0, Math.min(REASON_CHARACTERS, told.codePointCount(0, told.length())));
        return told.isEmpty() ? null : told.substring(0, end);
    }

    private static String report(GuideState.Outcome outcome) {
        return outcome == null
                ? null
                : "Triage: " + outcome.level() + " (rules " + outcome.rulesVersion() + ")"
                        + (outcome.labels().isEmpty() ? "" : "; " + String.join("; ", outcome.labels()));
    }

    private Uni<GuideReply> emergencyAgain(Turn turn) {
        return Uni.createFrom().item(
                GuideReply.of(turn.state(), texts.say(turn.language(), "advice." + turn.state().triage().level())));
    }
}
