package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

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
    @ValueSource(strings = { "no", "No.", "nope", "no, not at all", "not at all", "not really", "no, I don't think so",
            "no I do not", "none", "definitely not", "no, nothing like that", "no thanks", "no, I am sure",
            "I don't think so", "creo que no", "मुझे नहीं लगता", "لا أعتقد", "no rash", "no problem", "जी नहीं",
            "no, en absoluto",
            "claro que no", "नहीं", "لا", "لا شكرا", "لا أبدا" })
    void no(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.NO);
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = { "not sure", "I'm not sure", "no idea", "I don’t know", "maybe", "perhaps a little",
            "sometimes",
            "no, wait, yes it is", "no sé", "No lo sé", "no estoy segura", "quizás", "tal vez", "पता नहीं", "शायद",
            "لا أعرف",
            "ربما", "لست متأكدا" })
    void doubtIsNoDenial(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.DOUBT);
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.DOUBT);
    }

    /** "Is there a rash that does not fade?" */
    @ParameterizedTest
    @ValueSource(strings = { "it does not fade", "It doesn’t fade", "never fades", "not fading at all",
            "no it does not fade",
            "none of the spots fade", "no fading", "no desaparecen", "las manchas no desaparecen", "नहीं मिटते",
            "दाने नहीं मिटते", "لا يختفي", "الطفح لا يختفي" })
    void whoRepeatsANegativeQuestionAffirmsIt(String text) {
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = { "no, it fades", "no it fades", "no, desaparecen", "لا، يختفي", "नहीं, मिट जाते हैं" })
    void whoDeniesANegativeQuestionDeniesIt(String text) {
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = { "I do not", "it is not", "it doesn't" })
    void aDenialOfNothingNamedDependsOnTheQuestion(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.NO);
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.DOUBT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "?", "it started yesterday", "what do you mean", "there is no rash",
            "desde ayer", "कल से",
            "منذ أمس" })
    void neither(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.NEITHER);
        assertThat(YesNo.of(text, FADE)).isEqualTo(YesNo.NEITHER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "no, just a little tired", "no, sometimes my arm" })
    void aNoWithSomethingSmallIsANo(String text) {
        assertThat(YesNo.of(text, NOTHING)).isEqualTo(YesNo.NO);
    }
}
