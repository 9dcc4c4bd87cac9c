package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoTest {
    private static final List<String> NOTHING = List.of();
    private static final List<String> FADE = List.of("fad", "desaparec", "मिट", "يختف");

    @ParameterizedTest
    @ValueSource(strings = { "yes", "Yes, a lot", "yep", "sure", "yes but not on my arms", "sí", "claro", "हाँ",
            "जी हाँ",
            "نعم", "أجل، كثيرا" })
    void yes(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.YES);
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = { "no", "No.", "nope", "no, not at all", "no thanks", "no it is", "no, I feel fine",
            "no, en absoluto", "नहीं", "ना", "لا", "لا شكرا", "لا أبدا", "كلا", "no, it fades",
            "no it fades", "no, ya desaparecen", "لا، الطفح يختفي", "नहीं, मिट जाते हैं" })
    void no(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.NO);
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.NO);
    }

    /** Where the question denies nothing itself. */
    @ParameterizedTest
    @ValueSource(strings = { "not at all", "not really", "no, I don't think so", "I don't think so", "no I do not",
            "none",
            "never", "definitely not", "no, nothing like that", "claro que no", "creo que no", "para nada", "जी नहीं",
            "मुझे नहीं लगता", "لا أعتقد", "I do not", "it is not" })
    void aDenialOfNothingElseIsANo(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.NO);
        assertThat(YesNo.of(text, FADE)).isNotEqualTo(YesNo.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = { "not sure", "I'm not sure", "not really sure", "no clue", "no idea", "I don’t know",
            "maybe",
            "perhaps a little", "sometimes", "barely", "hardly any", "can't say", "no, wait, yes it is", "no sé",
            "No lo sé",
            "no estoy segura", "no estoy muy seguro", "no tengo idea", "quizás", "tal vez", "casi nada", "पता नहीं",
            "नही पता",
            "शायद", "لا أعرف", "لا أعلم", "مش عارفة", "ربما", "لست متأكدا" })
    void doubtIsNoDenial(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.DOUBT);
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.DOUBT);
    }

    /** "Is there a rash that does not fade?" */
    @ParameterizedTest
    @ValueSource(strings = { "it does not fade", "It doesn’t fade", "never fades", "not fading at all",
            "no it does not fade",
            "no fading", "it doesn't really fade", "no desaparecen", "las manchas no desaparecen", "नहीं मिटते",
            "दाने नहीं मिटते", "لا يختفي", "الطفح لا يختفي" })
    void whoRepeatsANegativeQuestionAffirmsIt(String text) {
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.YES);
    }

    @Test
    void whoAffirmsTheOppositeDoesNotAffirm() {
        assertThat(YesNo.of("yes it fades", FADE)).isEqualTo(YesNo.NEITHER);
        assertThat(YesNo.of("yes, it does fade", FADE)).isEqualTo(YesNo.NEITHER);
        assertThat(YesNo.of("yes, it does not fade", FADE)).isEqualTo(YesNo.YES);
    }

    /** Neither rules anything out nor affirms it: it is asked again. */
    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "?", "it started yesterday", "what do you mean", "desde ayer", "कल से",
            "منذ أمس",
            "there is no rash", "no glass here", "not tested", "not checked yet", "no, haven't tried", "can't remember",
            "no recuerdo", "no lo he probado", "नहीं कह सकता", "ما بعرف", "not much", "not right now but often",
            "not cold but blue", "no, but nearly", "no, black", "no I can only say words", "not that I remember",
            "no, just a little tired",
            "no, sometimes my arm", "not all the time" })
    void neither(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.NEITHER);
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.NEITHER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "no I can't", "no, I cannot", "none at all", "nothing", "nada", "no puedo", "لا أستطيع",
            "no, no pain when I press it", "It isn't", "not at all", "para nada", "no, no problems" })
    void aQuestionThatDeniesIsNotRuledOutByAnotherDenial(String text) {
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.NEITHER);
    }

    @Test
    void wordsOfDoubtAreNoSymptoms() {
        assertThat(YesNo.withoutDoubt("I can't say")).isEqualTo("i  ");
        assertThat(YesNo.withoutDoubt("My face droops")).isEqualTo("My face droops");
    }
}
