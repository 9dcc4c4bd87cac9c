package dev.smartdoctor.assistant.conversation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.guide.Guide;
import dev.smartdoctor.assistant.guide.GuideReply;
import dev.smartdoctor.assistant.language.Language;
import dev.smartdoctor.assistant.proposal.ProposalDraft;
import dev.smartdoctor.assistant.proposal.ProposalRepository;
import dev.smartdoctor.assistant.proposal.ProposalView;
import dev.smartdoctor.assistant.triage.TriageService;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Conversations and their turns. A turn reads where the dialogue stands, lets the guide answer without holding a transaction,
 * and then writes both messages, the proposals and the new standing in one; a second turn at the same time is refused.
 */
@ApplicationScoped
public class ConversationService {

    private final ConversationRepository conversations;
    private final TurnRepository turns;
    private final ProposalRepository proposals;
    private final Guide guide;
    private final Transactions transactions;
    private final Clock clock;

    ConversationService(ConversationRepository conversations, TurnRepository turns, ProposalRepository proposals,
            Guide guide,
            Transactions transactions, Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.proposals = proposals;
        this.guide = guide;
        this.transactions = transactions;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<UUID> begin(UUID ownerId) {
        Conversation conversation = new Conversation(UUID.randomUUID(), ownerId,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return conversations.persist(conversation).map(begun -> begun.id);
    }

    @WithSession
    public Uni<Page<ConversationView>> list(UUID ownerId, PageRequest page) {
        return conversations.countOf(ownerId)
                .flatMap(total -> conversations.ownedBy(ownerId, page.page(), page.pageSize())
                        .map(found -> new Page<>(found.stream().map(ConversationView::of).toList(), page.page(),
                                page.pageSize(), total)));
    }

    @WithSession
    public Uni<ConversationView> read(UUID id, UUID ownerId) {
        return conversations.ofOwner(id, ownerId).onItem().ifNull().failWith(() -> new NotFound("conversation"))
                .map(ConversationView::of);
    }

    Uni<Void> erase(UUID id, UUID ownerId) {
        return transactions.inTransaction(tx -> turns.erase(tx, id, ownerId)).invoke(erased -> {
            if (!erased) {
                throw new NotFound("conversation");
            }
        }).replaceWithVoid();
    }

    Uni<Page<MessageView>> messages(UUID id, UUID ownerId, PageRequest page) {
        return transactions.withConnection(connection -> turns.standing(connection, id, ownerId)
                .flatMap(standing -> turns.count(connection, id).flatMap(total -> turns
                        .messages(connection, standing, page.pageSize(), page.offset())
                        .flatMap(found -> withStanding(connection, id, found))
                        .map(found -> new Page<>(found, page.page(), page.pageSize(), total)))));
    }

    /** What was offered is stored as it was said; whether it was done since, the offers' own rows tell. */
    private Uni<List<MessageView>> withStanding(SqlConnection connection, UUID id, List<MessageView> messages) {
        List<ProposalView> offered = messages.stream().filter(message -> message.proposals() != null)
                .flatMap(message -> message.proposals().stream()).toList();
        return proposals.asTheyStand(connection, id, offered)
                .map(standing -> messages.stream().map(message -> message.withProposals(standing)).toList());
    }

    /** @param bearer the owner's own token, under which visits are read */
    Uni<AnswerView> say(UUID id, UUID ownerId, String text, Language language, String bearer) {
        return transactions.withConnection(connection -> turns.standing(connection, id, ownerId))
                .flatMap(standing -> guide.reply(standing.state(), text, language, ownerId, bearer)
                        .flatMap(reply -> transactions.inTransaction(tx -> write(tx, standing, text, reply))));
    }

    private Uni<AnswerView> write(SqlConnection tx, TurnRepository.Standing standing, String text, GuideReply reply) {
        return turns.save(tx, standing, reply.state())
                .chain(() -> reply.state().hasEmergency()
                        ? proposals.withdraw(tx, standing.conversationId())
                        : Uni.createFrom().voidItem())
                .chain(() -> turns.say(tx, standing, 0, "patient", null, new MessageBody(text, null, null)))
                .chain(() -> offer(tx, standing, reply.proposals(), new ArrayList<>()))
                .flatMap(offered -> turns
                        .say(tx, standing, 1, "assistant", TriageService.ENGINE,
                                new MessageBody(reply.text(), reply.triage(), offered))
                        .map(said -> new AnswerView(new AnswerView.Said(said, reply.text(), TriageService.ENGINE),
                                reply.triage(),
                                offered)));
    }

    private Uni<List<ProposalView>> offer(SqlConnection tx, TurnRepository.Standing standing,
            List<ProposalDraft> drafts,
            List<ProposalView> offered) {
        if (offered.size() == drafts.size()) {
            return Uni.createFrom().item(List.copyOf(offered));
        }
        return proposals.add(tx, standing.key(), standing.conversationId(), drafts.get(offered.size()))
                .flatMap(view -> {
                    offered.add(view);
                    return offer(tx, standing, drafts, offered);
                });
    }
}
