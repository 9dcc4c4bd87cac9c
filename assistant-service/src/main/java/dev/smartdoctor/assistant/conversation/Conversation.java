package dev.smartdoctor.assistant.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A conversation and its owner. What was said and where it stands are sealed and written by the statements of
 * {@link TurnRepository}, so they are no fields here.
 */
@Entity
@Table(name = "conversation")
public class Conversation {

    @Id
    UUID id;
    UUID ownerId;
    int version;
    Instant createdAt;
    Instant updatedAt;

    protected Conversation() {
    }

    Conversation(UUID id, UUID ownerId, Instant now) {
        this.id = id;
        this.ownerId = ownerId;
        this.version = 0;
        this.createdAt = now;
        this.updatedAt = now;
    }
}
