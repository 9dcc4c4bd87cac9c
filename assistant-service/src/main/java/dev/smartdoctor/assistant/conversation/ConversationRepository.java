package dev.smartdoctor.assistant.conversation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

/** Conversations by their owner; nobody else's are ever found. */
@ApplicationScoped
class ConversationRepository implements PanacheRepositoryBase<Conversation, UUID> {

    Uni<List<Conversation>> ownedBy(UUID ownerId, int page, int size) {
        return find("ownerId", Sort.descending("updatedAt").and("id"), ownerId).page(page, size).list();
    }

    /** {@code null} where the owner has no such conversation. */
    Uni<Conversation> ofOwner(UUID id, UUID ownerId) {
        return find("id = ?1 and ownerId = ?2", id, ownerId).firstResult();
    }

    Uni<Long> countOf(UUID ownerId) {
        return count("ownerId", ownerId);
    }
}
