package dev.smartdoctor.assistant.conversation;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;

import dev.smartdoctor.platform.validation.PlainText;

/** What someone says; {@code imageId} of a picture sent before. */
public record MessageRequest(@NotBlank @PlainText(max = 4_000) String text, UUID imageId) {}
