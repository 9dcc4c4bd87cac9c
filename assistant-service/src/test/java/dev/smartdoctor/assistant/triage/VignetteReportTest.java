package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.smartdoctor.assistant.specialty.SpecialtyPolicy;

/** Prints what the rules make of the shared patient histories; fails only where they fall below what was reached. */
class VignetteReportTest {

    private static final Path VIGNETTES = Path.of(System.getProperty("shared.dir", "../../shared"), "testdata",
            "triage",
            "avey-vignettes.jsonl");

    record Expectations(Set<String> mustNotMiss, Map<String, List<String>> specialties) {}

    @Test
    void reportsEmergenciesAndSpecialtiesOfTheSharedVignettes() throws IOException {
        Assumptions.assumeTrue(Files.exists(VIGNETTES), "shared test data is not here");
        Expectations expected = expectations();
        TriageEngine engine = TriageEngine.load();
        SpecialtyPolicy policy = SpecialtyPolicy.load();
        Map<TriageLevel, Integer> levels = new EnumMap<>(TriageLevel.class);
        List<String> missed = new ArrayList<>();
        int emergencies = 0;
        int agreed = 0;
        int all = 0;
        for (String line : Files.readAllLines(VIGNETTES)) {
            JsonNode vignette = new ObjectMapper().readTree(line);
            String diagnosis = vignette.get("correct_diagnosis").asText().strip();
            Assessment assessment = assess(engine, vignette);
            String suggested = assessment.rules().isEmpty() ? null : assessment.rules().get(0).specialty();
            String specialty = policy.choose(assessment.evidence(), suggested, Map.of());
            levels.merge(assessment.level(), 1, Integer::sum);
            all++;
            agreed += fits(expected, specialty, diagnosis) ? 1 : 0;
            if (expected.mustNotMiss().contains(diagnosis)) {
                emergencies++;
                if (!assessment.level().isEmergency()) {
                    missed.add(diagnosis);
                }
            }
        }
        System.out.printf(Locale.ROOT,
                "rules %s: emergencies recognised %d of %d, missed %s; specialty fits %d of %d (%.0f %%); %s%n",
                engine.rulesVersion(), emergencies - missed.size(), emergencies, missed, agreed, all,
                100.0 * agreed / all, levels);
        assertThat(missed.size()).isLessThanOrEqualTo(3);
        assertThat(agreed * 100 / all).isGreaterThanOrEqualTo(60);
    }

    private static Assessment assess(TriageEngine engine, JsonNode vignette) {
        String person = vignette.get("demographics").asText();
        String text = String.join(". ", vignette.get("chief_complaints").asText(),
                vignette.get("presentation").asText(),
                vignette.get("absent_findings").asText(), vignette.get("physical_history").asText());
        return engine.assess(text, Integer.parseInt(person.substring(0, person.indexOf(' '))),
                person.contains("Female") ? "female" : "male", List.of());
    }

    /** General practice fits where no specialty claims the diagnosis; children may always see the paediatrician. */
    private static boolean fits(Expectations expected, String specialty, String diagnosis) {
        String name = diagnosis.toLowerCase(Locale.ROOT);
        List<String> fitting = expected.specialties().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("general_practice"))
                .filter(entry -> entry.getValue().stream().anyMatch(name::contains)).map(Map.Entry::getKey).toList();
        return fitting.contains(specialty) || specialty.equals("paediatrics")
                || fitting.isEmpty() && specialty.equals("general_practice");
    }

    private static Expectations expectations() throws IOException {
        try (InputStream in = VignetteReportTest.class.getResourceAsStream("/avey-expectations.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, Expectations.class);
        }
    }
}
