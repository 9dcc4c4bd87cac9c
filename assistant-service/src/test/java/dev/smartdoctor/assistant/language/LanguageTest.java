package dev.smartdoctor.assistant.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "es | ES", "es-MX, en;q=0.8 | ES", "en;q=0.1, ar | AR", "fr, hi;q=0.5 | HI",
            "fr | EN", "* | EN" })
    void takesTheBestLiked(String header, Language expected) {
        assertThat(Language.of(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = { " ", "-", "-,", "--", "-;q=1", "a-", ";", "en;q=", "*;q=2", ",", "\u0000", "es\u2028" })
    void whatIsNoHeaderOfLanguagesAsksForNone(String header) {
        assertThat(Language.of(header)).isEqualTo(Language.EN);
    }

    @Test
    void hugeHeaderIsNotRead() {
        assertThat(Language.of("es," + "a,".repeat(300))).isEqualTo(Language.EN);
    }
}
