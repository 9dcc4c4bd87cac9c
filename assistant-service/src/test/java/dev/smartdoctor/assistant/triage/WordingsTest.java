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
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Numbers, people and places of a story that are not the patient's own, and readings that could be taken for others. */
    @ParameterizedTest
    @ValueSource(strings = {
            "I had my baby 2 weeks ago and have crushing chest pain and sweating",
            "had a baby 3 weeks ago, chest pain spreading to my arm and sweating",
            "my daughter was 4 weeks ago in hospital; I have chest pain and sweating",
            "my father died 5 years ago. I have crushing chest pain and sweating",
            "I had a heart attack 3 years ago and now crushing chest pain and sweating",
            "I was 5 years ago in hospital, my father died, crushing chest pain and sweating",
            "had surgery two months ago, short of breath and coughing blood",
            "had my baby 8 weeks ago, crushing chest pain and sweating",
            "أجريت عملية قبل شهرين والآن عندي ألم في الصدر وتعرق",
            "on dialysis for 3 years, sudden crushing chest pain and sweating",
            "back pain for 5 years and now crushing chest pain and sweating",
            "I have been a teacher for 20 years. crushing chest pain, sweating",
            "soy maestra desde hace 20 años. dolor de pecho opresivo y sudor",
            "retired for 5 years. crushing chest pain, sweating",
            "reflux for 10 years. crushing chest pressure, left arm pain, sweating",
            "back pain for 5 years, no fever and now crushing chest pain and sweating",
            "my knee has hurt for a year, now my left arm is weak and I have a headache and fever",
            "dolor de espalda desde hace 5 años y ahora dolor de pecho opresivo con sudor",
            "5 साल से कमर दर्द है, अब सीने में तेज दर्द और पसीना",
            "عندي ألم في الظهر منذ 5 سنوات وفجأة ألم شديد في الصدر وتعرق",
            "asthmatic for 10 years, cant breathe, lips are blue",
            "I have been taking warfarin for 6 months, crushing chest pain and sweating",
            "me operaron hace 2 meses y tengo dolor de pecho opresivo con sudor",
            "mi padre murió hace 5 años. tengo dolor de pecho opresivo y sudor",
            "2 साल पहले हार्ट अटैक आया था, अब सीने में तेज दर्द और पसीना",
            "أجريت عملية قبل 3 أشهر والآن عندي ألم في الصدر وتعرق",
            "im 34 and my baby 10 days old has fever",
            "im 34, my newborn has a fever of 38.5, he is 3 weeks old",
            "my husband is 61. baby keeps stopping breathing",
            "my mom is 60, im late, missed period, severe lower belly pain, bleeding",
            "pulse: 110, missed period, severe lower belly pain, spotting",
            "my dad is in the office not responding",
            "he collapsed at the clinic not responding",
            "mi madre esta en la clinica no responde",
            "mi padre se desmayo en el consultorio no responde",
            "severe asthma attack not responding to inhalers",
            "my asthma is not responding to inhalers",
            "mi papa tiene dolor de pecho con sudor, ya tiene 2 semanas",
            "mi esposo tiene 3 semanas y tiene dolor de pecho opresivo y sudor",
            "glucose 35 vomiting belly pain",
            "hi, 37 weeks with swollen face and headache",
            "my oxygen dropped from 97 to 84",
            "no asthma and cant breathe",
            "no diabetes and unable to speak" })
    void whatBelongsToSomethingElseHidesNoEmergency(String text) {
        assertThat(level(text).isEmergency()).as("%s", level(text)).isTrue();
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
