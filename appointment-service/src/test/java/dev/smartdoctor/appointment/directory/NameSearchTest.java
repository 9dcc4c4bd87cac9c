package dev.smartdoctor.appointment.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSearchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "nguyen|Linh Nguyễn", "NGUYÊN|Linh Nguyễn", "sofia|Sofía Álvarez",
            "sean o\"brien|Seán O’Brien", "obrien|Seán O’Brien", "YILDIZ|Deniz Yıldız", "al sayed|Huda Al-Sayed",
            "alsayed|Huda Al-Sayed", "lodz|Jan Łódź", "strasse|Eva Straße", "ada ex|Dr. Ada Example",
            "होदा|डॉ. होदा" }, quoteCharacter = '`')
    void findsWhatPeopleType(String typed, String name) {
        assertThat(new NameSearch(typed.replace('"', '\'')).finds(name)).isTrue();
    }

    @Test
    void findsNothingElse() {
        assertThat(new NameSearch("nguyem").finds("Linh Nguyễn")).isFalse();
        assertThat(new NameSearch("'").finds("Seán O’Brien")).isFalse();
        assertThat(new NameSearch("हद").finds("डॉ. होदा")).isFalse();
        assertThat(new NameSearch("%").finds("Linh Nguyễn")).isFalse();
    }
}
