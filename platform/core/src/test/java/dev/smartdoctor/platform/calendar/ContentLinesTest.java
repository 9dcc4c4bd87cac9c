package dev.smartdoctor.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLinesTest {

    @ParameterizedTest
    @ValueSource(strings = { "a", "é", "李", "𠮷" })
    void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsCut(String character) {
        String line = "LOCATION:" + character.repeat(200) + "\r\nUID:x\r\n";
        String folded = ContentLines.folded(line);
        assertThat(folded.split("\r\n")).allSatisfy(
                each -> assertThat(each.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r", "\r\n", "\n\r", "\u000B", "\u000C", "\u0085", "\u2028", "\u2029" })
    void noLineBreakStays(String lineBreak) {
        assertThat(ContentLines.oneLine("Main Street 1" + lineBreak + "UID:x")).isEqualTo("Main Street 1, UID:x");
    }

    @Test
    void noControlCharacterStays() {
        assertThat(ContentLines.oneLine("\u0000Main\tStreet\u007F1\r\n \r\n")).isEqualTo("Main Street 1");
    }
}
