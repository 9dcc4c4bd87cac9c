package dev.smartdoctor.auth.refresh;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.platform.problem.Forbidden;

class OriginPolicyTest {
    private final OriginPolicy policy = new OriginPolicy("https://Clinic.example:443/app",
            List.of("http://localhost:5173"));

    @ParameterizedTest
    @ValueSource(strings = { "https://clinic.example", "http://localhost:5173" })
    void acceptsOurOwnPages(String origin) {
        assertThatCode(() -> policy.check(Optional.of(origin), Optional.of("smart-doctor"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://clinic.example", "https://clinic.example.evil.example",
            "https://clinic.example:8443",
            "null", "", "http://localhost:5174" })
    void refusesEveryOtherPage(String origin) {
        assertThatThrownBy(() -> policy.check(Optional.of(origin), Optional.of("smart-doctor")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void refusesWithoutOriginOrHeader() {
        Optional<String> ours = Optional.of("https://clinic.example");
        assertThatThrownBy(() -> policy.check(Optional.empty(), Optional.of("smart-doctor")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> policy.check(ours, Optional.empty())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> policy.check(ours, Optional.of("XMLHttpRequest"))).isInstanceOf(Forbidden.class);
    }
}
