package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriagePolicyTest {

    private static final TriageEngine ENGINE = TriageEngine.load();

    private static Assessment assess(String text, Answer... answers) {
        return ENGINE.assess(text, null, null, List.of(answers));
    }

    @Test
    void nothingKnownIsARoutineVisitWithQuestions() {
        Assessment assessment = assess("I just do not feel right");
        assertThat(assessment.level()).isEqualTo(TriageLevel.ROUTINE);
        assertThat(assessment.questionIds()).containsExactly("what", "since", "how-bad");
    }

    @Test
    void anAnswerCountsAsEvidence() {
        Assessment before = assess("I have chest pain");
        assertThat(before.level().isEmergency()).isFalse();
        assertThat(before.questionIds()).isNotEmpty();
        Assessment after = assess("I have chest pain", new Answer("sweating", "yes, a lot"));
        assertThat(after.level()).isEqualTo(TriageLevel.EMERGENCY_NOW);
    }

    @Test
    void aNoIsNotAskedAgain() {
        Assessment after = assess("I have chest pain", new Answer("breathless", "no"));
        assertThat(after.questionIds()).doesNotContain("breathless");
        assertThat(after.evidence().absent()).contains("breathless");
    }

    @ParameterizedTest
    @CsvSource({ "yes", "sí", "हाँ", "نعم" })
    void understandsYesInEveryLanguage(String yes) {
        assertThat(assess("chest pain", new Answer("sweating", yes)).level()).isEqualTo(TriageLevel.EMERGENCY_NOW);
    }

    @Test
    void selfCareYieldsToAnyOtherRule() {
        assertThat(assess("runny nose and sneezing since yesterday").level()).isEqualTo(TriageLevel.SELF_CARE);
        assertThat(assess("runny nose and sneezing since yesterday, and I cough up blood").level())
                .isEqualTo(TriageLevel.WITHIN_24H);
        assertThat(assess("runny nose since yesterday, severe headache that came suddenly").level())
                .isEqualTo(TriageLevel.EMERGENCY_NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "me duele el pecho y tengo sudor frío, tengo 60 años|EMERGENCY_NOW",
            "सीने में दर्द और पसीना आ रहा है|EMERGENCY_NOW", "ألم في الصدر ينتشر إلى ذراعي مع تعرق|EMERGENCY_NOW",
            "no puede hablar y tiene la cara torcida|EMERGENCY_NOW",
            "चेहरा टेढ़ा हो गया और बोल नहीं पा रहे|EMERGENCY_NOW",
            "وجهه مائل ولا يستطيع الكلام|EMERGENCY_NOW", "quiero morir|EMERGENCY",
            "मैं आत्महत्या के बारे में सोचता हूँ|EMERGENCY",
            "أفكر في الانتحار|EMERGENCY", "estoy resfriado desde ayer|SELF_CARE", "मुझे जुकाम है|SELF_CARE",
            "عندي زكام وعطاس|SELF_CARE" })
    void rulesHoldInEveryLanguage(String text, TriageLevel level) {
        assertThat(assess(text).level()).isEqualTo(level);
    }

    @Test
    void aChildsAgeOfTheFormCountsWhereTheTextHasNone() {
        assertThat(ENGINE.assess("fever of 38.5", 0, null, List.of()).evidence().number("age")).isPresent();
        assertThat(ENGINE.assess("my 6 week old has a fever of 38.5", 0, null, List.of()).level())
                .isEqualTo(TriageLevel.EMERGENCY);
    }

    @Test
    void theVersionNamesTheVeryText() {
        assertThat(ENGINE.rulesVersion()).matches("\\d{4}\\.\\d+-[0-9a-f]{8}")
                .isEqualTo(TriageEngine.load().rulesVersion());
    }
}
