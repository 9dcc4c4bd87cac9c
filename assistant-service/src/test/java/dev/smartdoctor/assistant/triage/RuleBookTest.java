package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.smartdoctor.assistant.evidence.EvidenceReader;
import dev.smartdoctor.assistant.specialty.SpecialtyPolicy;

class RuleBookTest {

    record Example(String yes, String no, Integer age, String sex) {}

    private static final TriageEngine ENGINE = TriageEngine.load();
    private static final RuleBook BOOK = RuleBook.load(EvidenceReader.load().vocabulary("en"));
    private static final Map<String, Example> EXAMPLES = examples();

    private static Map<String, Example> examples() {
        try (InputStream in = RuleBookTest.class.getResourceAsStream("/rule-examples.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {
            });
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    static Stream<TriageRule> rules() {
        return BOOK.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleAppliesToItsExampleAndNotToItsDenial(TriageRule rule) {
        Example example = EXAMPLES.get(rule.id());
        assertThat(example).as("example of " + rule.id()).isNotNull();
        assertThat(rule.applies(ENGINE.read(example.yes(), example.age(), example.sex()))).as(example.yes()).isTrue();
        assertThat(rule.applies(ENGINE.read(example.no(), example.age(), example.sex()))).as(example.no()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noRuleIsOutvotedByALessUrgentOne(TriageRule rule) {
        Example example = EXAMPLES.get(rule.id());
        Assessment assessment = ENGINE.assess(example.yes(), example.age(), example.sex(), java.util.List.of());
        assertThat(rule.level().isMoreUrgentThan(assessment.level())).as(rule.id() + " gave " + assessment.level())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasWordingSourceAndSpecialty(TriageRule rule) {
        assertThat(rule.label().keySet()).containsExactlyInAnyOrder("en", "es", "hi", "ar");
        assertThat(rule.label().values()).allSatisfy(label -> assertThat(label).isNotBlank());
        assertThat(rule.source().address()).startsWith("http");
        assertThat(SpecialtyPolicy.load().codes()).contains(rule.specialty());
    }

    static Stream<Question> questions() {
        return BOOK.questions().stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionIsThereInEveryLanguage(Question question) {
        assertThat(question.text().keySet()).containsExactlyInAnyOrder("en", "es", "hi", "ar");
        assertThat(question.text().values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(question.asks() == null || EvidenceReader.load().vocabulary("en").contains(question.asks()))
                .isTrue();
    }
}
