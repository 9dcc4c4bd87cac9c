package dev.smartdoctor.assistant.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    private final Texts texts = Texts.load();

    @Test
    void everyTextIsThereInEveryLanguageWithTheSameGaps() {
        texts.all().forEach((key, byLanguage) -> {
            assertThat(byLanguage.keySet()).as(key).containsExactlyInAnyOrder("en", "es", "hi", "ar");
            byLanguage.values().forEach(text -> assertThat(gaps(text)).as(key).isEqualTo(gaps(byLanguage.get("en"))));
        });
    }

    @Test
    void emergencyAdviceNamesCallingTheLocalEmergencyNumber() {
        Map<Language, String> number = Map.of(Language.EN, "local emergency number", Language.ES,
                "número de emergencias",
                Language.HI, "आपातकालीन नंबर", Language.AR, "برقم الطوارئ المحلي");
        for (String level : Set.of("emergency_now", "emergency", "crisis")) {
            number.forEach((language, words) -> assertThat(texts.text(language, "advice." + level)).contains(words));
        }
    }

    @Test
    void whatIsFilledInIsNotReadAgain() {
        String text = texts.text(Language.EN, "guide.not-understood", Map.of("question", "{advice} {question}"));
        assertThat(text).endsWith("{advice} {question}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "es-MX,es;q=0.9|ES", "hi|HI", "ar-EG|AR", "fr, ar;q=0.5|AR", "de|EN", "''|EN",
            "*|EN",
            ";;;|EN" })
    void choosesTheFirstLanguageItSpeaks(String header, Language language) {
        assertThat(Language.of(header)).isEqualTo(language);
    }

    private static Set<String> gaps(String text) {
        Set<String> gaps = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{[a-z]+}").matcher(text);
        while (matcher.find()) {
            gaps.add(matcher.group());
        }
        return gaps;
    }
}
