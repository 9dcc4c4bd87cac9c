package dev.smartdoctor.assistant.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceReaderTest {

    private static final EvidenceReader READER = EvidenceReader.load();

    @ParameterizedTest
    @ValueSource(strings = { "my chest hurts", "I have pain in my chest", "chest pain", "a heavy weight on my chest",
            "me duele el pecho", "dolor en el pecho", "सीने में दर्द है", "ألم في الصدر", "صدري يؤلمني" })
    void recognisesChestPainInItsManyWordings(String text) {
        assertThat(READER.read(text).present()).contains("chest_pain");
    }

    @ParameterizedTest
    @ValueSource(strings = { "no chest pain", "I do not have chest pain", "denies fever, chest pain",
            "no fever, cough or chest pain",
            "without chest pain", "I never had any chest pain", "no tengo dolor de pecho", "sin dolor en el pecho",
            "सीने में दर्द नहीं है", "لا يوجد ألم في الصدر", "بدون ألم في الصدر", "chest pain: absent",
            "neither cough nor chest pain" })
    void readsDenialInAllLanguages(String text) {
        assertThat(READER.read(text).present()).doesNotContain("chest_pain");
        assertThat(READER.read(text).absent()).contains("chest_pain");
    }

    @ParameterizedTest
    @ValueSource(strings = { "no fever, chest pain since this morning", "no cough. Chest pain",
            "not sleeping because of chest pain",
            "no relief of the chest pain", "I have no fever but chest pain", "chest pain is not getting better",
            "no puedo respirar por el dolor de pecho", "no fever, chest pain since morning or yesterday" })
    void denialDoesNotReachWhatIsComplainedOf(String text) {
        assertThat(READER.read(text).present()).contains("chest_pain");
    }

    @Test
    void whatIsSaidOnceAndDeniedOnceIsThere() {
        assertThat(READER.read("chest pain this morning, no chest pain now").present()).contains("chest_pain");
    }

    @Test
    void doesNotJoinWordsOverTheEndOfASentence() {
        assertThat(READER.read("My chest is fine. Pain in the knee.").present()).doesNotContain("chest_pain");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "temperature of 39.5|temp|39.5", "fever 102F|temp|38.9",
            "39,2 °C fever|temp|39.2",
            "तापमान ३९ है|temp|39", "حرارة ٣٩|temp|39", "6 week old baby|age|0.115", "3 months old|age|0.25",
            "a 10 day old newborn|age|0.0274", "I am 45 years old|age|45", "for 3 days|hours|72",
            "since yesterday|hours|24",
            "it began two weeks ago|hours|336", "it began 3 months ago|hours|2190", "dolor hace 3 meses|hours|2190",
            "desde hace 2 días|hours|48", "3 दिन से|hours|72", "منذ 3 أيام|hours|72",
            "pain 8/10|severity|8", "8 out of 10|severity|8", "blood pressure 180/120|systolic|180",
            "32 weeks pregnant|weeks|32",
            "oxygen saturation 88%|spo2|88", "blood sugar 400|glucose|22.2", "SpO2 86|spo2|86",
            "o2 level at 87|spo2|87",
            "glucosa 65 y sudor|glucose|3.611", "oxygen 98, pulse 60|spo2|98", "oxygen was 97 now 84|spo2|84",
            "temp 37, age 42|temp|37", "im 62 and my chest hurts|age|62", "my dad is 70, chest pain|age|70",
            "45 y/o man|age|45", "tengo 38 años|age|38", "dolor desde anoche, 66 años|age|66", "70 साल के हैं|age|70",
            "عمره 70|age|70", "عمره شهرين|age|0.1667", "bebé de 2 meses|age|0.1667", "बच्चा 2 महीने का है|age|0.1667",
            "8 months pregnant|weeks|34.76", "حامل في الأسبوع 30|weeks|30", "37 weeks with a headache|weeks|37",
            "con 38,5 desde ayer|temp|38.5", "no pee all day|hours|12" })
    void readsNumbersWithTheirUnits(String text, String name, double value) {
        assertThat(READER.read(text).number(name)).isPresent();
        assertThat(READER.read(text).number(name).getAsDouble()).isCloseTo(value, within(value * 0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = { "three times a day", "lasting 30 minutes", "I walk 20 minutes every day",
            "smoker for 35 years", "my father died 5 years ago", "hace 2 meses me operaron", "had my baby 8 weeks ago",
            "had asthma for 10 years", "I have been a teacher for 20 years" })
    void doesNotTakeEveryTimeForADuration(String text) {
        assertThat(READER.read(text).number("hours")).isEmpty();
    }

    /** A wrong age could silence the rules for adults, a wrong duration those for what is new. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "gave him 2 paracetamol|age", "im 5 minutes away|age", "fever, 39|age",
            "dolor de pecho hace 20 años|age", "took 30 tablets|age",
            "2 o 3 días|spo2", "40 o 50 pastillas|spo2" })
    void takesNoOtherNumberForOne(String text, String name) {
        assertThat(READER.read(text).number(name)).as(text).isEmpty();
    }

    @Test
    void anAgeIsNoDuration() {
        assertThat(READER.read("dolor de pecho desde anoche, 66 años").number("longest")).hasValue(12);
    }

    @ParameterizedTest
    @ValueSource(strings = { "can't breathe", "cant breathe", "can’t breathe", "can´t breathe", "can`t breathe",
            "can 't breathe", "can t breathe", "can not breathe", "CANNOT BREATHE", "cannot breath" })
    void readsEveryApostropheAndItsLack(String text) {
        assertThat(READER.read(text).present()).contains("breathless_severe");
    }

    @ParameterizedTest
    @CsvSource({ "he is unconcious,unconscious", "she had a siezure,seizure", "my brother is confussed,confusion",
            "bad headahce,headache", "severe bleding from a deep cut,bleeding_wound", "esta inconciente,unconscious",
            "vomitnig,vomiting" })
    void readsMisspelledWords(String text, String finding) {
        assertThat(READER.read(text).present()).contains(finding);
    }

    @ParameterizedTest
    @CsvSource({ "several friends came,severe", "a clinic with a certain doctor,sight_gone", "I was cooking,choking",
            "the bus drivers strike,names_stroke", "writing a letter,severe" })
    void leavesOtherWordsAlone(String text, String finding) {
        assertThat(READER.read(text).present()).doesNotContain(finding);
    }

    @ParameterizedTest
    @CsvSource({ "took 40 paracetamol,true", "I swallowed twenty sleeping pills,true", "se tomó 30 pastillas,true",
            "40 गोलियां खा ली,true", "أخذت 40 حبة,true", "took 2 paracetamol,false", "I took 500 mg paracetamol,false",
            "took 1000mg of paracetamol,false", "I take 10 tablets a day,false", "tomé dos paracetamoles,false" })
    void tellsAnOverdoseByTheNumberOfTablets(String text, boolean overdose) {
        assertThat(READER.read(text).has("overdose")).isEqualTo(overdose);
    }

    @ParameterizedTest
    @ValueSource(strings = { "أشعر بألم في صدري", "حمى وألم في الصدر", "صدري بيوجعني" })
    void readsArabicWordsWithAJoinedParticle(String text) {
        assertThat(READER.read(text).present()).contains("chest_pain");
    }

    @Test
    void aMeasuredTemperatureIsAFeverWithoutTheWord() {
        assertThat(READER.read("temperature 38.4 C").present()).contains("fever");
        assertThat(READER.read("temperature 36.9 C").present()).doesNotContain("fever");
    }

    @Test
    void everyLanguageHasWordsForTheGravestSigns() {
        Set<String> grave = Set.of("chest_pain", "breathless", "breathless_severe", "face_droop", "one_sided_weakness",
                "speech_problem", "worst_headache", "stiff_neck", "nonblanching_rash", "heavy_bleeding",
                "vomiting_blood",
                "suicidal", "overdose", "seizure", "unconscious", "confusion", "fainting", "anaphylaxis_said",
                "cyanosis",
                "pregnant", "vaginal_bleeding", "testicle_pain", "severe_eye_pain", "vision_loss_sudden", "head_injury",
                "saddle_numbness", "limb_cold_pale", "fever", "infant_words", "major_trauma", "co_exposure",
                "choking_now");
        for (String language : EvidenceReader.LANGUAGES) {
            Set<String> missing = new TreeSet<>(grave);
            missing.removeAll(READER.vocabulary(language));
            if (!language.equals("en")) {
                missing.remove("anaphylaxis_said");
            }
            assertThat(missing).as(language).isEmpty();
            assertThat(READER.vocabulary("en")).as(language).containsAll(READER.vocabulary(language));
        }
    }

    @Test
    void readsALongTextQuickly() {
        String text = "my chest hurts and I have pain in the belly, no fever or cough but my leg is swollen since 3 days. "
                .repeat(42)
                .substring(0, 4_000);
        for (int i = 0; i < 50; i++) {
            READER.read(text);
        }
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            READER.read(text);
        }
        assertThat((System.nanoTime() - start) / 20 / 1_000_000.0).as("milliseconds a text").isLessThan(40);
    }

    /** A meter's mg/dl or a laboratory's mmol/l: nobody can know, and both are dire. */
    @Test
    void sugarOfEitherUnitIsTooLittleAndTooMuch() {
        Evidence read = READER.read("glucosa 45 y sudor");
        assertThat(read.present()).contains("low_sugar", "high_sugar");
        assertThat(read.numbers()).isEmpty();
    }

    @Test
    void ageOfSomebodyElseIsNoChilds() {
        assertThat(READER.read("im 34 and my baby has a fever").numbers()).isEmpty();
        assertThat(READER.read("I had my baby 2 weeks ago").numbers()).doesNotContainKey("age");
        assertThat(READER.read("im 62 and my chest hurts").numbers()).containsOnlyKeys("age");
    }
}
