package dev.smartdoctor.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiExceptionTest {
    private final ApiException conflict = new Conflict("SLOT_TAKEN", "Somebody was faster.");

    @ParameterizedTest
    @ValueSource(strings = { "type", "title", "status", "detail", "instance", "code", "traceId" })
    void keepsWhatEveryBodyHas(String member) {
        assertThatThrownBy(() -> conflict.with(member, "cancelled")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesFurtherMembers() {
        assertThat(conflict.with("state", "cancelled").members()).containsEntry("state", "cancelled");
    }
}
