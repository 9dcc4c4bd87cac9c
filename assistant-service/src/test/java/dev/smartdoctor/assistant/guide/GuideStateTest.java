package dev.smartdoctor.assistant.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.assistant.triage.Answer;

class GuideStateTest {
    @Test
    void remembersTheLastThirtyMessagesAndNoMore() {
        GuideState state = GuideState.NEW;
        for (int i = 1; i <= 100; i++) {
            state = state.told("message " + i).answered(new Answer("how-bad", "answer " + i));
        }
        assertThat(state.story()).hasSize(30).startsWith("message 71").endsWith("message 100");
        assertThat(state.answers()).hasSize(30);
    }
}
