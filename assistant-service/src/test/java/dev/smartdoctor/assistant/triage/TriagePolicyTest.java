package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = { "It does not fade", "never fades", "not fading at all", "no it does not fade", "not sure",
            "no idea", "no sé", "لا أعرف", "शायद" })
    void onlyAClearNoRulesARedFlagOut(String answer) {
        String rash = "I have a rash on my leg and I feel unwell and have a fever";
        assertThat(assess(rash, new Answer("rash-glass", answer)).level()).as(answer)
                .isEqualTo(TriageLevel.EMERGENCY_NOW);
        assertThat(assess(rash, new Answer("rash-glass", "no, it fades")).level().isEmergency()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "swallow,my throat hurts and I cannot open my mouth,no I swallow normally,I can't swallow",
            "keep-down,I have been vomiting since yesterday,no I drink enough,no I can't keep anything down",
            "urine-less,I have been vomiting since yesterday,no,no urine at all" })
    void aNotAffirmsAQuestionThatDenies(String question, String story, String no, String yes) {
        assertThat(assess(story, new Answer(question, no)).evidence().absent()).contains(finding(question));
        assertThat(assess(story, new Answer(question, yes)).evidence().present()).contains(finding(question));
    }

    private static String finding(String question) {
        return switch (question) {
            case "swallow" -> "drooling";
            case "keep-down" -> "cannot_keep_fluids";
            default -> "no_urine";
        };
    }

    @Test
    void anAnswerThatIsNoneLeavesItsQuestionOpenOnce() {
        Answer none = new Answer("sweating", "since lunch");
        assertThat(assess("I have chest pain", none).questionIds()).contains("sweating");
        Assessment twice = assess("I have chest pain", none, none);
        assertThat(twice.questionIds()).doesNotContain("sweating");
    }

    @Test
    void whatStaysUnclearIsSeenWithinADayWhereItMayBeGrave() {
        String rash = "I have a rash on my leg and I feel unwell and have a fever";
        Answer none = new Answer("rash-glass", "what do you mean");
        assertThat(assess(rash).level()).isEqualTo(TriageLevel.ROUTINE);
        assertThat(assess(rash, new Answer("rash-glass", "no")).level()).isEqualTo(TriageLevel.ROUTINE);
        assertThat(assess(rash, none, none).level()).isEqualTo(TriageLevel.WITHIN_24H);
    }

    @Test
    void afterADenialTheGeneralQuestionsFollow() {
        assertThat(assess("I have a rash on my leg", new Answer("rash-glass", "no")).questionIds()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "10", "١٠", "१०", "ten", "عشرة" })
    void severityCountsInEveryScript(String ten) {
        assertThat(assess("my belly hurts since yesterday", new Answer("how-bad", ten)).level())
                .isEqualTo(assess("my belly hurts since yesterday", new Answer("how-bad", "10")).level())
                .isNotEqualTo(assess("my belly hurts since yesterday", new Answer("how-bad", "2")).level());
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

    /** A word that denies something else denies nothing of this. */
    @ParameterizedTest
    @ValueSource(strings = { "I don't know what to do my baby is limp",
            "I don't know what to do my chest hurts and I am sweating",
            "I have no phone and crushing chest pain and I am sweating",
            "no sé qué hacer, quiero suicidarme" })
    void aDenialOfSomethingElseHidesNoEmergency(String text) {
        assertThat(assess(text).level().isEmergency()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "I can not breathe", "my son does not wake up", "I cannot wake my husband",
            "I don't want to be alive anymore", "thinking about hurting myself", "I wanna die",
            "I feel like ending my life", "me quiero matar", "Me tomé un frasco entero de paracetamol",
            "أريد قتل نفسي", "ابتلعت علبة كاملة من الباراسيتامول", "मैंने पेरासिटामोल की पूरी शीशी खा ली" })
    void everydayWordsForWhatCannotWait(String text) {
        assertThat(assess(text).level().isEmergency()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "no chest pain, I only have a runny nose",
            "I deny chest pain, shortness of breath or sweating",
            "the cough does not wake me at night", "the pain in my knee does not respond to ibuprofen" })
    void whatIsTrulyDeniedIsNoEmergency(String text) {
        assertThat(assess(text).level().isEmergency()).as(text).isFalse();
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
