package dev.smartdoctor.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Pattern MARK = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Map<String, String> ANY = Map.of("name", "n", "date", "d", "clock", "c", "doctor", "dr",
            "when",
            "w", "before", "b", "time", "t", "expires", "e", "there", "h", "here", "r");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameKeysAndMarks(Language language) {
        assertThat(Words.in(language).keys()).isEqualTo(Words.in(Language.EN).keys());
        for (String key : Words.in(language).keys()) {
            assertThat(marks(language, key)).as(key).isEqualTo(marks(Language.EN, key));
        }
    }

    @Test
    void nameThatLooksLikeAMarkIsNotFilledInAgain() {
        assertThat(Words.in(Language.EN).say("common.greeting", Map.of("name", "{date} $1 \\ {name}")))
                .isEqualTo("Hello {date} $1 \\ {name},");
    }

    @Test
    void missingValueFails() {
        assertThatThrownBy(() -> Words.in(Language.EN).say("visit_booked.subject", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void verificationIsNamedSoInItsSubject(Language language) {
        assertThat(Words.in(language).say("verify_email.subject")).contains("Verify");
    }

    private static TreeSet<String> marks(Language language, String key) {
        Map<String, String> markers = ANY.keySet().stream()
                .collect(Collectors.toMap(mark -> mark, mark -> "{" + mark + "}"));
        return MARK.matcher(Words.in(language).say(key, markers)).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
