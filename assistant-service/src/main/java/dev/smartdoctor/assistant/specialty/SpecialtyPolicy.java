package dev.smartdoctor.assistant.specialty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.smartdoctor.assistant.evidence.Evidence;

/**
 * Weighs which specialty evidence points to. Children see the paediatrician unless the trouble is of eye, ear, skin or bone.
 */
public final class SpecialtyPolicy {

    public static final String GENERAL = "general_practice";
    private static final double NEARNESS_WEIGHT = 4;
    private static final List<String> ALSO_FOR_CHILDREN = List.of("ophthalmology", "ent", "dermatology", "orthopaedics",
            "psychiatry");

    private final Map<String, Map<String, Integer>> weights = new TreeMap<>();
    private final Map<String, List<String>> prototypes = new TreeMap<>();

    private record SpecialtyText(List<String> evidence, List<String> prototypes) {}

    private record SpecialtyFile(Map<String, SpecialtyText> specialties) {}

    private SpecialtyPolicy(SpecialtyFile file) {
        file.specialties().forEach((specialty, text) -> {
            Map<String, Integer> points = new HashMap<>();
            for (String entry : text.evidence()) {
                int colon = entry.indexOf(':');
                points.put(colon < 0 ? entry : entry.substring(0, colon),
                        colon < 0 ? 1 : Integer.parseInt(entry.substring(colon + 1)));
            }
            weights.put(specialty, Map.copyOf(points));
            prototypes.put(specialty, List.copyOf(text.prototypes()));
        });
    }

    public static SpecialtyPolicy load() {
        try (InputStream in = SpecialtyPolicy.class.getClassLoader().getResourceAsStream("triage/specialties.yaml")) {
            return new SpecialtyPolicy(new ObjectMapper(new YAMLFactory()).readValue(in, SpecialtyFile.class));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read triage/specialties.yaml", broken);
        }
    }

    public Map<String, List<String>> prototypes() {
        return prototypes;
    }

    public List<String> codes() {
        return List.copyOf(weights.keySet());
    }

    /**
     * @param suggested what the deciding rule says, or null
     * @param nearness similarity 0 to 1 by specialty; empty while the embedding model is not there
     */
    public String choose(Evidence evidence, String suggested, Map<String, Double> nearness) {
        String best = suggested == null || GENERAL.equals(suggested)
                ? strongest(evidence, suggested, nearness)
                : suggested;
        return isChild(evidence) && !ALSO_FOR_CHILDREN.contains(best) ? "paediatrics" : best;
    }

    private String strongest(Evidence evidence, String suggested, Map<String, Double> nearness) {
        String best = GENERAL;
        double most = 0;
        for (Map.Entry<String, Map<String, Integer>> entry : weights.entrySet()) {
            double points = nearness.getOrDefault(entry.getKey(), 0.0) * NEARNESS_WEIGHT
                    + (entry.getKey().equals(suggested) ? 2 : 0);
            for (Map.Entry<String, Integer> weight : entry.getValue().entrySet()) {
                points += evidence.has(weight.getKey()) ? weight.getValue() : 0;
            }
            if (points > most && isPossible(entry.getKey(), evidence)) {
                most = points;
                best = entry.getKey();
            }
        }
        return best;
    }

    private static boolean isPossible(String specialty, Evidence evidence) {
        return !("gynaecology".equals(specialty) && evidence.has("male"))
                && !("paediatrics".equals(specialty) && !isChild(evidence));
    }

    private static boolean isChild(Evidence evidence) {
        if (evidence.number("age").isPresent()) {
            return evidence.number("age").getAsDouble() < 16;
        }
        return (evidence.has("for_child") || evidence.has("for_baby")) && !evidence.has("pregnant")
                && !evidence.has("postpartum");
    }
}
