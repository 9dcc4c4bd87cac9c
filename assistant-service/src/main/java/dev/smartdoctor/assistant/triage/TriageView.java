package dev.smartdoctor.assistant.triage;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a triage request. {@code source} of a red flag is the address of the guideline it rests on.
 */
public record TriageView(TriageLevel level, @Schema(nullable = true) String specialty, List<RedFlagView> redFlags,
        String advice,
        List<QuestionView> questions, String engine, String rulesVersion) {

    public record RedFlagView(String id, String label, String source) {}

    public record QuestionView(String id, String text) {}
}
