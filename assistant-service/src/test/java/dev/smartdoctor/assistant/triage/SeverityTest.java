package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {

    @ParameterizedTest
    @CsvSource({ "10,10", "7/10,7", "about 8 I think,8", "١٠,10", "१०,10", "७,7", "٨ من ١٠,8", "ten,10", "Diez,10",
            "दस,10",
            "عشرة,10", "zero,0", "12,10" })
    void readsTheDigitsOfEveryScriptAndWords(String text, int severity) {
        assertThat(Severity.of(text)).isEqualTo(OptionalInt.of(severity));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no", "very bad", "since 2019" })
    void isNothingWhereNoneIsSaid(String text) {
        assertThat(Severity.of(text)).isEmpty();
    }
}
