package dev.smartdoctor.assistant.guide;

import java.util.ArrayList;
import java.util.List;

import dev.smartdoctor.assistant.appointments.SlotOffer;
import dev.smartdoctor.assistant.appointments.Visit;
import dev.smartdoctor.assistant.triage.Answer;

/**
 * Where a dialogue stands. Immutable; kept sealed between turns.
 *
 * @param story what was told last, in order; the window is thirty messages
 * @param answers to questions, in order
 * @param pending the question that waits for its answer, or null
 * @param triage what the story came to, or null before that
 * @param offers the times last shown, from {@code page} on
 * @param visits the visits last shown
 * @param moving the visit for which a new time is sought, or null
 */
public record GuideState(Stage stage, List<String> story, List<Answer> answers, String pending, Outcome triage,
        List<SlotOffer> offers, int page, List<Visit> visits, Visit moving) {

    /** What a finished triage said; {@code labels} are for the doctor's summary. */
    record Outcome(String level, String specialty, String rulesVersion, List<String> labels) {}

    public static final GuideState NEW = new GuideState(Stage.STORY, List.of(), List.of(), null, null, List.of(), 0,
            List.of(),
            null);

    private static final int MOST_REMEMBERED = 30;

    /** True from an emergency on, until the dialogue begins anew: nothing is booked meanwhile. */
    public boolean hasEmergency() {
        return triage != null && triage.level().startsWith("emergency");
    }

    GuideState told(String text) {
        return new GuideState(Stage.STORY, plus(story, text), answers, null, triage, List.of(), 0, visits, moving);
    }

    GuideState answered(Answer answer) {
        return new GuideState(Stage.STORY, story, plus(answers, answer), null, triage, List.of(), 0, visits, moving);
    }

    GuideState asking(String question) {
        return new GuideState(Stage.STORY, story, answers, question, triage, offers, page, visits, moving);
    }

    GuideState concluded(Outcome outcome) {
        return new GuideState(Stage.STORY, story, answers, null, outcome, offers, page, visits, moving);
    }

    GuideState offering(Stage next, List<SlotOffer> times, int from) {
        return new GuideState(next, story, answers, null, triage, List.copyOf(times), from, visits, moving);
    }

    GuideState choosing(Stage next, List<Visit> among) {
        return new GuideState(next, story, answers, null, triage, offers, page, List.copyOf(among), null);
    }

    GuideState movingOf(Visit visit) {
        return new GuideState(Stage.PICK_NEW_TIME, story, answers, null, triage, offers, page, visits, visit);
    }

    GuideState done() {
        return new GuideState(Stage.STORY, story, answers, null, triage, List.of(), 0, List.of(), null);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> more = new ArrayList<>(list.subList(Math.max(0, list.size() - MOST_REMEMBERED + 1), list.size()));
        more.add(item);
        return List.copyOf(more);
    }
}
