package dev.smartdoctor.assistant.triage;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.smartdoctor.assistant.language.Language;
import dev.smartdoctor.assistant.language.Texts;
import dev.smartdoctor.assistant.specialty.SentenceEmbeddings;
import dev.smartdoctor.assistant.specialty.SpecialtyPolicy;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Turns an assessment into what is shown: level, specialty, red flags with their sources, advice and questions in the
 * person's language.
 */
@ApplicationScoped
public class TriageService {

    public static final String ENGINE = "guided";

    private final TriageEngine engine = TriageEngine.load();
    private final SpecialtyPolicy specialties = SpecialtyPolicy.load();
    private final Texts texts = Texts.load();
    private final SentenceEmbeddings embeddings;

    public TriageService(SentenceEmbeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** Made at the start: the first patient must not wait for the rules to be read. */
    void start(@Observes StartupEvent event) {
        engine.assess("warm-up", null, null, List.of());
    }

    public TriageEngine engine() {
        return engine;
    }

    Uni<TriageView> triage(TriageRequest request, Language language) {
        Assessment assessment = engine.assess(request.text(), request.age(), request.sex(), request.answersGiven());
        return view(assessment, request.text(), language);
    }

    /** Similarity of wording is asked only where the rules leave the specialty open. */
    public Uni<TriageView> view(Assessment assessment, String text, Language language) {
        String suggested = suggestedSpecialty(assessment);
        boolean decided = suggested != null && !SpecialtyPolicy.GENERAL.equals(suggested);
        Uni<Map<String, Double>> nearness = decided ? Uni.createFrom().item(Map.of()) : embeddings.nearness(text);
        return nearness
                .map(near -> shown(assessment, specialties.choose(assessment.evidence(), suggested, near), language));
    }

    private TriageView shown(Assessment assessment, String specialty, Language language) {
        return new TriageView(assessment.level(), specialty, redFlags(assessment, language),
                advice(assessment, language),
                assessment.questions().stream()
                        .map(question -> new TriageView.QuestionView(question.id(),
                                question.text().get(language.code())))
                        .toList(),
                ENGINE, engine.rulesVersion());
    }

    private static List<TriageView.RedFlagView> redFlags(Assessment assessment, Language language) {
        if (assessment.level() == TriageLevel.SELF_CARE) {
            return List.of();
        }
        return assessment.rules().stream()
                .map(rule -> new TriageView.RedFlagView(rule.id(), rule.label().get(language.code()),
                        rule.source().address()))
                .toList();
    }

    /** What the deciding rules are called, also for mild conditions, which are no red flags. */
    public List<String> labels(Assessment assessment, Language language) {
        return assessment.rules().stream().map(rule -> rule.label().get(language.code())).distinct().limit(3).toList();
    }

    private String advice(Assessment assessment, Language language) {
        boolean crisis = assessment.level().isEmergency()
                && (assessment.evidence().has("suicidal") || assessment.evidence().has("self_harm"));
        return texts.text(language, crisis ? "advice.crisis" : "advice." + assessment.level().code());
    }

    private static String suggestedSpecialty(Assessment assessment) {
        return assessment.rules().isEmpty() ? null : assessment.rules().get(0).specialty();
    }

    public String questionText(String id, Language language) {
        return engine.questionText(id, language.code());
    }
}
