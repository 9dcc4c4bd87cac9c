package dev.smartdoctor.assistant.triage;

import jakarta.validation.constraints.NotNull;

import dev.smartdoctor.platform.validation.PlainText;

/**
 * What someone answered to one question.
 */
public record Answer(@NotNull @PlainText(max = 64, multiline = false) String questionId,
        @NotNull @PlainText(max = 1_000) String text) {}
