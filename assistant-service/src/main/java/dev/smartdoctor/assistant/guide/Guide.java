package dev.smartdoctor.assistant.guide;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.language.Language;
import dev.smartdoctor.assistant.triage.TriageService;
import dev.smartdoctor.platform.problem.Unavailable;
import io.smallrye.mutiny.Uni;

/**
 * The dialogue: what a message is, and who answers it. Every message passes the red-flag screen first, whatever it is meant
 * for; an emergency is never answered with a booking.
 */
@ApplicationScoped
public class Guide {

    private final TriageService triage;
    private final StoryTalk story;
    private final BookingTalk booking;
    private final VisitTalk visits;
    private final GuideTexts texts = new GuideTexts();

    Guide(TriageService triage, StoryTalk story, BookingTalk booking, VisitTalk visits) {
        this.triage = triage;
        this.story = story;
        this.booking = booking;
        this.visits = visits;
    }

    /** @param bearer the caller's own token, with which visits are read */
    public Uni<GuideReply> reply(GuideState state, String text, Language language, UUID caller,
            String bearer) {
        Turn turn = new Turn(state, text, language, caller, bearer, triage.engine().read(text, null, null));
        return answer(turn).onFailure(Unavailable.class)
                .recoverWithItem(() -> GuideReply.of(state, texts.say(language, "guide.appointments-away")));
    }

    private Uni<GuideReply> answer(Turn turn) {
        if (Intent.tellsSymptoms(turn.heard())) {
            return story.told(turn);
        }
        Optional<Intent> intent = Intent.of(turn.heard()).filter(wanted -> !isAnswer(wanted, turn));
        if (intent.isPresent() && intent.get() == Intent.RESTART) {
            return said(GuideState.NEW, turn, "guide.restarted");
        }
        Optional<Uni<GuideReply>> picked = pick(turn);
        if (picked.isPresent()) {
            return picked.get();
        }
        return intent.map(wanted -> serve(wanted, turn)).orElseGet(() -> Intent.specialty(turn.heard())
                .map(specialty -> booking.offer(turn, specialty)).orElseGet(() -> story.told(turn)));
    }

    /** While a question waits, "more than a week" is its answer and no wish. */
    private static boolean isAnswer(Intent wanted, Turn turn) {
        return turn.state().pending() != null && (wanted == Intent.MORE || wanted == Intent.HELP);
    }

    private Optional<Uni<GuideReply>> pick(Turn turn) {
        boolean leaves = Intent.of(turn.heard()).filter(intent -> intent != Intent.MORE).isPresent()
                || Intent.specialty(turn.heard()).isPresent();
        if (leaves) {
            return Optional.empty();
        }
        return switch (turn.state().stage()) {
            case STORY -> Optional.empty();
            case PICK_SLOT -> Optional.of(booking.pick(turn));
            case PICK_CANCEL, PICK_MOVE, PICK_NEW_TIME -> Optional.of(visits.pick(turn));
        };
    }

    private Uni<GuideReply> serve(Intent intent, Turn turn) {
        return switch (intent) {
            case RESTART -> said(GuideState.NEW, turn, "guide.restarted");
            case CANCEL -> visits.cancel(turn);
            case RESCHEDULE -> visits.move(turn);
            case VISITS -> visits.list(turn);
            case BOOK, MORE -> booking.wanted(turn)
                    .orElseGet(() -> said(turn.state().asking("what"), triage.questionText("what", turn.language())));
            case HELP -> said(turn.state(), turn, "guide.welcome");
        };
    }

    private Uni<GuideReply> said(GuideState state, Turn turn, String key) {
        return said(state, texts.say(turn.language(), key));
    }

    private static Uni<GuideReply> said(GuideState state, String text) {
        return Uni.createFrom().item(GuideReply.of(state, text));
    }
}
