package dev.smartdoctor.assistant.conversation;

import java.time.Instant;
import java.util.UUID;

/** A conversation, without what was said in it. */
public record ConversationView(UUID id, Instant createdAt, Instant updatedAt) {

    static ConversationView of(Conversation conversation) {
        return new ConversationView(conversation.id, conversation.createdAt, conversation.updatedAt);
    }
}
