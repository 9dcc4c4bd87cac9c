package dev.smartdoctor.assistant.conversation;

import java.util.UUID;

/** The id of a conversation that was just begun. */
public record NewConversationView(UUID id) {}
