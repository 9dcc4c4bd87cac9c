package dev.smartdoctor.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** What no probe of the interface shows: primitives, and the times that few requests hold. */
class StrictJsonTest {
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    record Counted(int count, boolean flag) {}

    record Timed(Instant at, LocalTime from, Duration every) {}

    StrictJsonTest() {
        new StrictJson().customize(mapper);
    }

    @Test
    void takesTheDocumentedForms() throws JsonProcessingException {
        assertThat(mapper.readValue("{\"count\":3,\"flag\":true}", Counted.class)).isEqualTo(new Counted(3, true));
        assertThat(mapper.readValue("{\"at\":\"2026-01-05T10:00:00+02:00\",\"from\":\"09:30\",\"every\":\"P7D\"}",
                Timed.class))
                .isEqualTo(new Timed(Instant.parse("2026-01-05T08:00:00Z"), LocalTime.of(9, 30), Duration.ofDays(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"count\":null,\"flag\":true}", "{\"count\":1,\"flag\":null}",
            "{\"count\":1.0,\"flag\":true}", "{\"count\":\"1\",\"flag\":true}", "{\"count\":1,\"flag\":\"true\"}",
            "{\"count\":1,\"flag\":1}", "{\"count\":true,\"flag\":true}", "{\"count\":\"\",\"flag\":true}",
            "{\"count\":1,\"flag\":true,\"more\":1}" })
    void takesNoOtherPrimitive(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Counted.class)).isInstanceOf(MismatchedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"at\":1767607200}", "{\"at\":\"2026-01-05\"}", "{\"at\":\"2026-01-05T10:00:00\"}",
            "{\"from\":[9,30]}", "{\"from\":\"9:30\"}", "{\"from\":\"\"}", "{\"every\":7}", "{\"every\":\"7d\"}" })
    void takesNoOtherTime(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Timed.class)).isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void refusesAFieldTwiceAlsoWhereAnythingIsTaken() {
        assertThatThrownBy(() -> mapper.readTree("{\"a\":1,\"a\":2}")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> mapper.readTree("{\"a\":1} {\"a\":2}")).isInstanceOf(JsonProcessingException.class);
    }
}
