package dev.smartdoctor.assistant.specialty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.smartdoctor.assistant.evidence.Evidence;

class SpecialtyPolicyTest {
    private static final SpecialtyPolicy POLICY = SpecialtyPolicy.load();

    static java.util.stream.Stream<String> specialties() {
        return POLICY.codes().stream().filter(code -> !code.equals(SpecialtyPolicy.GENERAL))
                .filter(code -> !code.equals("paediatrics"));
    }

    @ParameterizedTest
    @MethodSource("specialties")
    void noNearnessOfWordingOutvotesARule(String decided) {
        Map<String, Double> nearToAnother = Map.of(decided.equals("ent") ? "dermatology" : "ent", 1.0);
        assertThat(POLICY.choose(Evidence.NONE, decided, nearToAnother)).isEqualTo(decided);
    }

    @Test
    void nearnessDecidesWhereTheRulesLeaveItOpen() {
        assertThat(POLICY.choose(Evidence.NONE, null, Map.of("dermatology", 0.8, "ent", 0.3)))
                .isEqualTo("dermatology");
        assertThat(POLICY.choose(Evidence.NONE, null, Map.of())).isEqualTo(SpecialtyPolicy.GENERAL);
    }

    @Test
    void nearnessSendsNoManToTheGynaecologistAndNoAdultToThePaediatrician() {
        assertThat(POLICY.choose(Evidence.NONE.with("male"), null, Map.of("gynaecology", 1.0)))
                .isNotEqualTo("gynaecology");
        assertThat(POLICY.choose(Evidence.NONE.withNumber("age", 40), null, Map.of("paediatrics", 1.0)))
                .isNotEqualTo("paediatrics");
        assertThat(POLICY.choose(Evidence.NONE.withNumber("age", 6), null, Map.of("cardiology", 1.0)))
                .isEqualTo("paediatrics");
    }
}
