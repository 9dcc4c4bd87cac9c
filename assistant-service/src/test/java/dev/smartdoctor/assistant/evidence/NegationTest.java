package dev.smartdoctor.assistant.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A denial must never hide an emergency: held against every wording of every finding that makes one. */
class NegationTest {

    private static final EvidenceReader READER = EvidenceReader.load();

    /** What denies something else, or nothing; {@code X} stands for the finding. */
    private static final Map<String, List<String>> ELSEWHERE = Map.of(
            "en", List.of("No: X", "No, X", "No. X", "no\nX", "nothing helps X", "nothing helps, X",
                    "I have no insurance and X", "no medicines and X", "I don't know what to do X",
                    "I can't find my phone and X", "never been here, X", "not at home, X", "no idea why X",
                    "X and I have no phone", "X, no medicines", "X, no idea why", "X and I do not smoke",
                    "X nothing helps", "X. No.", "X not my first time here", "X, denied entry at the hospital",
                    "X but no insurance", "no fever and have X", "no fever. X", "doctor X",
                    "the clinic does not respond and X", "can you help X", "nobody answers me X",
                    "I do not smoke and X", "no diabetes and X", "no fever and X"),
            "es", List.of("No: X", "No, X", "No. X", "no tomo medicinas y X", "no sé qué hacer X", "nada ayuda X",
                    "no tengo seguro y X", "no hay nadie en casa y X", "nunca estuve aquí, X", "X y no tomo nada",
                    "X, no sé por qué", "X sin saber por qué", "X y no tengo teléfono", "X, ninguno me atiende",
                    "doctor X", "la clínica no responde y X",
                    "no fumo y X", "no tengo diabetes y X"),
            "hi", List.of("नहीं: X", "नहीं, X", "नहीं। X", "दवा नहीं ली और X", "कुछ काम नहीं कर रहा X",
                    "मेरे पास फोन नहीं है और X", "X और दवा नहीं ली", "X है, दवा नहीं है", "X है घर पर कोई नहीं है",
                    "X और बुखार नहीं है", "X पता नहीं क्यों", "X है ना", "बुखार नहीं है X", "डॉक्टर X",
                    "मुझे डायबिटीज नहीं है और X"),
            "ar", List.of("لا: X", "لا، X", "لا. X", "لا آخذ أدوية و X", "لا أعرف ماذا أفعل X", "لا شيء يساعد X",
                    "ليس عندي هاتف و X", "لا أحد في البيت، X", "X ولا أعرف السبب", "X وليس عندي دواء",
                    "X لا شيء يساعد", "X لا أعرف لماذا", "X لا يذهب", "دكتور X",
                    "لا أدخن و X", "ليس عندي سكري و X"));

    private static final Map<String, List<String>> DENIALS = Map.of(
            "en", List.of("no X", "denies X", "without X", "no fever or X", "X: absent", "never any X"),
            "es", List.of("no hay X", "sin X", "niega X", "no tengo tos ni X", "X: ausente"),
            "hi", List.of("X नहीं", "X नहीं है", "बिना X"),
            "ar", List.of("لا يوجد X", "بدون X", "ينفي X", "X: لا يوجد"));

    /** Wordings with a denial in them, or a stop or a less, which another denial does not turn into good news. */
    private static final Map<String, Set<String>> DENYING = Map.of(
            "en", Set.of("no", "not", "never", "without", "none", "doesnt", "dont", "didnt", "isnt", "arent", "wasnt",
                    "hasnt", "havent", "hadnt", "aint", "nothing", "absent", "negative", "denies",
                    "cant", "cannot", "wont", "couldnt", "wouldnt", "unable", "refuses", "stopped", "doesent",
                    "dosent"),
            "es", Set.of("no", "sin", "ni", "nunca", "nada"),
            "hi",
            Set.of("नहीं", "नही", "ना", "बिना", "कम", "बंद", "रुक", "मोड़", "नियंत्रण", "देर", "लेट", "हलचल",
                    "बर्दाश्त", "खोल",
                    "खोलने", "बैठ", "मुश्किल", "घंटे"),
            "ar", Set.of("لا", "ما", "لم", "ليس", "غير", "بدون", "ولا", "عدم", "مش", "مو", "مب", "مثل"));

    /**
     * Findings that are the lack of something, so that "no" before their words is one more way to say them; and "now", which
     * cannot be denied.
     */
    private static final Set<String> LACKS = Set.of("now", "poor_appetite", "no_urine", "cannot_pass_gas",
            "not_feeding",
            "inhaler_not_helping", "dehydration");

    static Stream<Arguments> sentencesThatDenyElsewhere() {
        return cases(ELSEWHERE);
    }

    static Stream<Arguments> denials() {
        return cases(DENIALS);
    }

    private static Stream<Arguments> cases(Map<String, List<String>> sentences) {
        return EvidenceReader.LANGUAGES.stream().flatMap(language -> sentences.get(language).stream()
                .map(sentence -> Arguments.of(language, sentence)));
    }

    static Stream<String> languages() {
        return EvidenceReader.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyWordingIsReadByItself(String language) {
        assertThat(missing(language, "X", phrase -> true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sentencesThatDenyElsewhere")
    void aDenialOfSomethingElseHidesNoFinding(String language, String sentence) {
        assertThat(missing(language, sentence, phrase -> true)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("denials")
    void aDirectDenialDenies(String language, String sentence) {
        Set<String> denying = DENYING.get(language);
        List<LexiconPhrases.Phrase> stillThere = LexiconPhrases.ofEmergencies(language).stream()
                .filter(phrase -> !LACKS.contains(phrase.finding()))
                .filter(phrase -> Stream.of(phrase.text().split(" ")).noneMatch(denying::contains))
                .filter(phrase -> READER.read(sentence.replace("X", phrase.text())).has(phrase.finding())).toList();
        assertThat(stillThere).isEmpty();
    }

    private static List<LexiconPhrases.Phrase> missing(String language, String sentence,
            Predicate<LexiconPhrases.Phrase> which) {
        return LexiconPhrases.ofEmergencies(language).stream().filter(which)
                .filter(phrase -> !READER.read(sentence.replace("X", phrase.text())).has(phrase.finding())).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "No: chest pain and sweating", "no medicines and chest pain", "No he has chest pain",
            "No tomo medicinas y me duele mucho el pecho y sudo", "सीने में दर्द और पसीना है दवा नहीं ली है",
            "never had chest pain like this", "no fever and severe chest pain",
            "no tengo fiebre y me duele el pecho", "nunca tuve un dolor de pecho así",
            "सीने में दर्द है, बुखार नहीं है", "لا حمى، ألم في الصدر", "ما جاني ألم في الصدر مثل هذا" })
    void inDoubtAFindingIsThere(String text) {
        assertThat(READER.read(text).present()).contains("chest_pain");
    }

    @ParameterizedTest
    @ValueSource(strings = { "no chest pain or shortness of breath", "no fever, chest pain or sweating",
            "denies fever and chest pain", "I have not had any chest pain", "no sign of chest pain",
            "no he tenido dolor de pecho", "no tengo fiebre ni dolor de pecho", "no me duele el pecho",
            "सीने में दर्द या पसीना नहीं है", "सीने में कोई दर्द नहीं", "ليس عندي ألم في الصدر",
            "ما عندي ألم في الصدر" })
    void carriesOverFindingsAndSmallWords(String text) {
        assertThat(READER.read(text).present()).doesNotContain("chest_pain");
        assertThat(READER.read(text).absent()).contains("chest_pain");
    }
}
