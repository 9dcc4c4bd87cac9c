package dev.smartdoctor.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.assistant.evidence.Evidence;

class ConditionParserTest {

    private final ConditionParser parser = new ConditionParser(Set.of("fever", "cough", "rash"));

    @Test
    void andBindsStrongerThanOr() {
        Condition condition = parser.parse("fever | cough & rash");
        assertThat(condition.holds(Evidence.NONE.with("fever"))).isTrue();
        assertThat(condition.holds(Evidence.NONE.with("cough"))).isFalse();
        assertThat(condition.holds(Evidence.NONE.with("cough").with("rash"))).isTrue();
    }

    @Test
    void anUnknownNumberIsNeitherAboveNorBelow() {
        assertThat(parser.parse("age < 16").holds(Evidence.NONE)).isFalse();
        assertThat(parser.parse("age >= 16").holds(Evidence.NONE)).isFalse();
        assertThat(parser.parse("!(age < 16)").holds(Evidence.NONE)).isTrue();
        assertThat(parser.parse("age >= 16").holds(new Evidence(Set.of(), Set.of(), Map.of("age", 16.0)))).isTrue();
    }

    @Test
    void findingsUnderNotAreNotAskedFor() {
        assertThat(parser.parse("fever & !cough").wanted()).containsExactly("fever");
    }

    @ParameterizedTest
    @ValueSource(strings = { "fevre", "fever &", "fever cough", "(fever", "fever)", "fever ; cough", "", "age <" })
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> parser.parse(text)).isInstanceOf(RuntimeException.class);
    }
}
