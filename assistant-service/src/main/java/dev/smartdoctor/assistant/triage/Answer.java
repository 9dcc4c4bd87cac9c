package dev.smartdoctor.assistant.triage;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import dev.smartdoctor.platform.validation.PlainText;

/**
 * What someone answered to one question.
 */
public record Answer(@NotNull @Size(max = 64) String questionId, @NotNull @PlainText(max = 1_000) String text) {}
