package dev.smartdoctor.assistant.guide;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.evidence.Evidence;
import dev.smartdoctor.assistant.language.Language;
import dev.smartdoctor.assistant.triage.Answer;
import dev.smartdoctor.assistant.triage.Assessment;
import dev.smartdoctor.assistant.triage.TriageEngine;
import dev.smartdoctor.assistant.triage.TriageLevel;
import dev.smartdoctor.assistant.triage.TriageService;
import dev.smartdoctor.assistant.triage.TriageView;
import io.smallrye.mutiny.Uni;

/**
 * The part of the dialogue that takes in the story: asks while an answer could make it more urgent, four questions at most,
 * then says what it comes to. An emergency is said at once.
 */
@ApplicationScoped
class StoryTalk {

    private static final int MOST_QUESTIONS = 4;

    private final TriageService triage;
    private final BookingTalk booking;
    private final GuideTexts texts = new GuideTexts();

    StoryTalk(TriageService triage, BookingTalk booking) {
        this.triage = triage;
        this.booking = booking;
    }

    Uni<GuideReply> told(Turn turn) {
        GuideState before = turn.state();
        GuideState state = before.pending() == null
                ? before.told(turn.text())
                : before.answered(new Answer(before.pending(), turn.text()));
        Assessment assessment = assess(state);
        Optional<String> question = nextQuestion(assessment, state);
        if (question.isPresent()) {
            boolean again = question.get().equals(before.pending());
            boolean lost = again || !assessment.understood() && !state.answers().isEmpty();
            String asked = triage.questionText(question.get(), turn.language());
            return Uni.createFrom().item(GuideReply.of(state.asking(question.get()), lost
                    ? texts.say(turn.language(), "guide.not-understood", java.util.Map.of("question", asked))
                    : asked));
        }
        return conclude(assessment, state, turn.language());
    }

    private Assessment assess(GuideState state) {
        TriageEngine engine = triage.engine();
        Evidence evidence = Evidence.NONE;
        for (String told : state.story()) {
            evidence = evidence.and(engine.read(told, null, null));
        }
        return engine.assess(evidence, state.answers());
    }

    private static Optional<String> nextQuestion(Assessment assessment, GuideState state) {
        return assessment.level().isEmergency() || state.answers().size() >= MOST_QUESTIONS
                ? Optional.empty()
                : assessment.questionIds().stream().findFirst();
    }

    private Uni<GuideReply> conclude(Assessment assessment, GuideState state, Language language) {
        List<String> labels = triage.labels(assessment, language);
        return triage.view(assessment, String.join(" ", state.story()), language).flatMap(view -> {
            GuideState.Outcome outcome = new GuideState.Outcome(view.level().code(), view.specialty(),
                    view.rulesVersion(),
                    triage.labels(assessment, Language.EN));
            GuideState concluded = state.concluded(outcome);
            String text = texts.result(language, labels, view.advice());
            return next(concluded, text, view, language);
        });
    }

    private Uni<GuideReply> next(GuideState state, String text, TriageView view, Language language) {
        if (view.level().isEmergency()) {
            return Uni.createFrom().item(new GuideReply(state, text, view, List.of()));
        }
        if (view.level() == TriageLevel.SELF_CARE) {
            String more = texts.say(language, "guide.book-anyway");
            return Uni.createFrom().item(new GuideReply(state, text + "\n" + more, view, List.of()));
        }
        return booking.offer(state, view.specialty(), view.level() == TriageLevel.WITHIN_24H, language)
                .onFailure(dev.smartdoctor.platform.problem.Unavailable.class)
                .recoverWithItem(() -> GuideReply.of(state, texts.say(language, "guide.appointments-away")))
                .map(offer -> new GuideReply(offer.state(), text + "\n" + offer.text(), view, List.of()));
    }
}
