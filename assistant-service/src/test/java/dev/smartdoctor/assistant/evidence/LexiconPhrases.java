package dev.smartdoctor.assistant.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Plain phrases out of the lexicon's wordings, for every finding that an emergency rule asks for. */
final class LexiconPhrases {

    record Phrase(String finding, String text) {}

    private static final Pattern WANTED = Pattern.compile("(!?)\\b([a-z_]+)\\b");

    private LexiconPhrases() {
    }

    static List<Phrase> ofEmergencies(String language) {
        JsonNode file = yaml("triage/lexicon/" + language + ".yaml");
        Set<String> wanted = wantedByEmergencies();
        Set<Phrase> phrases = new LinkedHashSet<>();
        file.get("concepts").properties().forEach(concept -> {
            if (wanted.contains(concept.getKey())) {
                concept.getValue().forEach(wording -> {
                    String text = expand(wording.asText(), file.get("lists"));
                    phrases.add(new Phrase(concept.getKey(), phrase(text, choices -> choices[0])));
                    phrases.add(new Phrase(concept.getKey(), phrase(text, choices -> choices[choices.length - 1])));
                });
            }
        });
        return List.copyOf(phrases);
    }

    private static Set<String> wantedByEmergencies() {
        JsonNode file = yaml("triage/rules/emergencies.yaml");
        List<String> conditions = new ArrayList<>();
        file.get("define").forEach(text -> conditions.add(text.asText()));
        file.get("rules").forEach(rule -> conditions.add(rule.get("when").asText()));
        Set<String> wanted = new TreeSet<>();
        for (String condition : conditions) {
            Matcher names = WANTED.matcher(condition);
            while (names.find()) {
                if (names.group(1).isEmpty()) {
                    wanted.add(names.group(2));
                }
            }
        }
        return wanted;
    }

    private static String expand(String wording, JsonNode lists) {
        String expanded = wording;
        for (Map.Entry<String, JsonNode> list : lists.properties()) {
            expanded = expanded.replace("$" + list.getKey(), list.getValue().asText());
        }
        return expanded;
    }

    private static String phrase(String wording, Function<String[], String> choice) {
        List<String> words = new ArrayList<>();
        for (String part : wording.replace("&", " ").trim().split("\\s+")) {
            if (!part.startsWith("~") && !part.endsWith("?")) {
                words.add(choice.apply(part.split("\\|")).replace("*", "").replace("#", ""));
            }
        }
        return String.join(" ", words);
    }

    private static JsonNode yaml(String path) {
        try (InputStream in = LexiconPhrases.class.getClassLoader().getResourceAsStream(path)) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
