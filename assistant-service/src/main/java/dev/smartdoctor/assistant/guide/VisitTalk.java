package dev.smartdoctor.assistant.guide;

import java.util.List;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.appointments.Appointments;
import dev.smartdoctor.assistant.appointments.SlotOffer;
import dev.smartdoctor.assistant.appointments.Visit;
import dev.smartdoctor.assistant.proposal.ProposalDraft;
import dev.smartdoctor.assistant.proposal.ProposalKind;
import dev.smartdoctor.assistant.proposal.ProposalTerms;
import io.smallrye.mutiny.Uni;

/** The part of the dialogue about visits that are already booked: showing, cancelling and moving them. */
@ApplicationScoped
class VisitTalk {

    private static final int MOST_KEPT = 40;

    private final Appointments appointments;
    private final GuideTexts texts = new GuideTexts();

    VisitTalk(Appointments appointments) {
        this.appointments = appointments;
    }

    Uni<GuideReply> list(Turn turn) {
        return appointments.comingVisits(turn.caller(), turn.bearer()).map(visits -> visits.isEmpty()
                ? none(turn)
                : GuideReply.of(turn.state().done(), texts.visits(turn.language(), "guide.visits", visits)));
    }

    Uni<GuideReply> cancel(Turn turn) {
        return appointments.comingVisits(turn.caller(), turn.bearer()).map(visits -> switch (visits.size()) {
            case 0 -> none(turn);
            case 1 -> proposeCancel(turn, visits.get(0));
            default -> GuideReply.of(turn.state().choosing(Stage.PICK_CANCEL, visits),
                    texts.visits(turn.language(), "guide.which-cancel", visits));
        });
    }

    Uni<GuideReply> move(Turn turn) {
        return appointments.comingVisits(turn.caller(), turn.bearer()).flatMap(visits -> switch (visits.size()) {
            case 0 -> Uni.createFrom().item(none(turn));
            case 1 -> offerTimes(turn, visits.get(0));
            default -> Uni.createFrom().item(GuideReply.of(turn.state().choosing(Stage.PICK_MOVE, visits),
                    texts.visits(turn.language(), "guide.which-move", visits)));
        });
    }

    Uni<GuideReply> pick(Turn turn) {
        GuideState state = turn.state();
        if (Intent.of(turn.heard()).filter(intent -> intent == Intent.MORE).isPresent()
                && state.stage() == Stage.PICK_NEW_TIME) {
            int next = state.page() + GuideTexts.SHOWN;
            return Uni.createFrom()
                    .item(showTimes(turn, state.moving(), state.offers(), next < state.offers().size() ? next : 0));
        }
        OptionalInt number = Intent.number(turn.text());
        boolean times = state.stage() == Stage.PICK_NEW_TIME;
        int index = number.orElse(0) - 1 + (times ? state.page() : 0);
        int count = times ? Math.min(state.offers().size(), state.page() + GuideTexts.SHOWN) : state.visits().size();
        if (number.isEmpty() || number.getAsInt() < 1 || index >= count) {
            return Uni.createFrom().item(GuideReply.of(state, texts.say(turn.language(), "guide.pick-number")));
        }
        return switch (state.stage()) {
            case PICK_CANCEL -> Uni.createFrom().item(proposeCancel(turn, state.visits().get(index)));
            case PICK_MOVE -> offerTimes(turn, state.visits().get(index));
            default -> Uni.createFrom().item(proposeMove(turn, state.moving(), state.offers().get(index)));
        };
    }

    private Uni<GuideReply> offerTimes(Turn turn, Visit visit) {
        return appointments.slots(visit.doctorId()).map(slots -> {
            List<SlotOffer> other = slots.stream().filter(slot -> !slot.start().isEqual(visit.start())).limit(MOST_KEPT)
                    .toList();
            return other.isEmpty()
                    ? GuideReply.of(turn.state().done(), texts.say(turn.language(), "guide.no-slots",
                            java.util.Map.of("specialty", visit.doctorName())))
                    : showTimes(turn, visit, other, 0);
        });
    }

    private GuideReply showTimes(Turn turn, Visit visit, List<SlotOffer> offers, int page) {
        StringBuilder text = new StringBuilder(
                texts.say(turn.language(), "guide.slots", java.util.Map.of("specialty", visit.doctorName())));
        texts.appendOffers(text, turn.language(), offers, page);
        return GuideReply.of(turn.state().movingOf(visit).offering(Stage.PICK_NEW_TIME, offers, page), text.toString());
    }

    private GuideReply proposeCancel(Turn turn, Visit visit) {
        String text = texts.say(turn.language(), "guide.propose-cancel",
                texts.time(turn.language(), visit.start(), visit.timeZone(), visit.doctorName()));
        ProposalTerms terms = new ProposalTerms(text, visit.id(), visit.version(), visit.doctorId(), visit.doctorName(),
                visit.start(),
                visit.timeZone(), null, null, null, null, null);
        return GuideReply.proposing(turn.state().done(), text, new ProposalDraft(ProposalKind.CANCEL, terms));
    }

    private GuideReply proposeMove(Turn turn, Visit visit, SlotOffer offer) {
        String text = texts.say(turn.language(), "guide.propose-reschedule",
                texts.time(turn.language(), offer.start(), offer.timeZone(), offer.doctorName()));
        ProposalTerms terms = new ProposalTerms(text, visit.id(), visit.version(), offer.doctorId(), offer.doctorName(),
                offer.start(),
                offer.timeZone(), null, null, null, null, null);
        return GuideReply.proposing(turn.state(), text, new ProposalDraft(ProposalKind.RESCHEDULE, terms));
    }

    private GuideReply none(Turn turn) {
        return GuideReply.of(turn.state().done(), texts.say(turn.language(), "guide.no-visits"));
    }
}
