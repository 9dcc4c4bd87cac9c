package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.smartdoctor.assistant.evidence.EvidenceReader;

/**
 * How patients and frightened relatives write of each red flag, and how they write of what is none. A red flag that is missed
 * may cost a life, one that is seen everywhere is believed nowhere: both are held.
 */
class WordingsTest {

    private static final TriageEngine ENGINE = TriageEngine.load();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<TriageRule> RED_FLAGS = RuleBook.load(EvidenceReader.load().vocabulary("en")).rules()
            .stream().filter(rule -> rule.level().isEmergency()).toList();

    static Stream<String> languages() {
        return EvidenceReader.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRedFlagIsRecognisedInEverydayWords(String language) {
        Map<String, List<String>> wordings = wordings(language);
        int fewest = language.equals("en") ? 15 : 8;
        List<String> missed = new ArrayList<>();
        for (TriageRule rule : RED_FLAGS) {
            assertThat(wordings.get(rule.id())).as(rule.id()).hasSizeGreaterThanOrEqualTo(fewest);
            for (String wording : wordings.get(rule.id())) {
                TriageLevel level = level(wording);
                if (rule.level().isMoreUrgentThan(level)) {
                    missed.add(rule.id() + " became " + level + ": " + wording);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsHarmlessIsNoEmergency(String language) {
        List<String> harmless = new ArrayList<>();
        for (String name : List.of(language + "-harmless", language + "-harmless-held-out",
                language + "-harmless-control")) {
            harmless.addAll(read(name, new TypeReference<List<String>>() {
            }));
        }
        assertThat(harmless).hasSizeGreaterThanOrEqualTo(language.equals("en") ? 60 : 20)
                .filteredOn(text -> level(text).isEmergency()).isEmpty();
    }

    private static TriageLevel level(String text) {
        return ENGINE.assess(text, null, null, List.of()).level();
    }

    /** The three sets together. */
    private static Map<String, List<String>> wordings(String language) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String name : List.of(language, language + "-held-out", language + "-control")) {
            read(name, new TypeReference<Map<String, List<String>>>() {
            }).forEach((rule, wordings) -> all.computeIfAbsent(rule, r -> new ArrayList<>()).addAll(wordings));
        }
        return all;
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = WordingsTest.class.getResourceAsStream("/wordings/" + name + ".yaml")) {
            return YAML.readValue(in, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
