package dev.smartdoctor.assistant.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.clinicaltext.ClinicalText;
import dev.smartdoctor.assistant.clinicaltext.OwnerKey;
import dev.smartdoctor.assistant.clinicaltext.OwnerKeys;
import dev.smartdoctor.assistant.clinicaltext.Sealable;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Offers as they are stored: sealed for their owner, and believed only with their signature. */
@ApplicationScoped
public class ProposalRepository {

    private static final String ADD = """
            insert into proposal (id, owner_id, conversation_id, kind, status, terms, signature, expires_at, created_at)
            values ($1, $2, $3, $4, 'open', $5, $6, $7, $8)""";
    private static final String READ = """
            select id, owner_id, kind, status, terms, signature, expires_at, appointment_id
            from proposal where id = $1 and owner_id = $2""";
    private static final String CONFIRMED = """
            update proposal set status = 'confirmed', appointment_id = $2 where id = $1 and status <> 'confirmed'""";
    private static final String STANDING = """
            select id, status, appointment_id from proposal where conversation_id = $1 and id = any ($2)""";
    private static final String WITHDRAWN = """
            update proposal set status = 'declined'
            where conversation_id = $1 and kind in ('book', 'reschedule') and status = 'open'""";
    private static final String DECLINED = "update proposal set status = 'declined' where id = $1 and status = 'open'";

    private final ClinicalText text;
    private final OwnerKeys keys;
    private final ProposalSigner signer;
    private final ProposalConfig config;
    private final Clock clock;

    public ProposalRepository(ClinicalText text, OwnerKeys keys, ProposalSigner signer, ProposalConfig config,
            Clock clock) {
        this.text = text;
        this.keys = keys;
        this.signer = signer;
        this.config = config;
        this.clock = clock;
    }

    public Uni<ProposalView> add(SqlConnection tx, OwnerKey key, UUID conversationId, ProposalDraft draft) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant expiresAt = now.plus(config.lifetime());
        String terms = Sealable.write(draft.terms());
        byte[] signature = signer.sign(id, key.ownerId(), draft.kind(), terms, expiresAt);
        Tuple row = Tuple.from(List.of(id, key.ownerId(), conversationId, draft.kind().code(),
                text.seal(key, id, terms), Buffer.buffer(signature), utc(expiresAt), utc(now)));
        return tx.preparedQuery(ADD).execute(row).replaceWith(ProposalView.of(id, draft, expiresAt));
    }

    Uni<Proposal> read(SqlConnection connection, UUID id, UUID ownerId) {
        return connection.preparedQuery(READ).execute(Tuple.of(id, ownerId)).flatMap(rows -> rows.size() == 0
                ? Uni.createFrom().failure(new NotFound("proposal"))
                : keys.of(connection, ownerId).map(key -> open(key, rows.iterator().next())));
    }

    private Proposal open(OwnerKey key, Row row) {
        UUID id = row.getUUID("id");
        ProposalKind kind = ProposalKind.of(row.getString("kind"));
        Instant expiresAt = row.getOffsetDateTime("expires_at").toInstant();
        String terms = text.open(key, id, row.getBuffer("terms").getDelegate());
        byte[] signature = signer.sign(id, key.ownerId(), kind, terms, expiresAt);
        if (!ProposalSigner.same(signature, row.getBuffer("signature").getDelegate().getBytes())) {
            throw new IllegalStateException("proposal " + id + " does not bear our signature");
        }
        return new Proposal(id, key.ownerId(), kind, row.getString("status"), Sealable.read(terms, ProposalTerms.class),
                expiresAt, row.getUUID("appointment_id"));
    }

    /** The same offers by their ids, each with what became of it. */
    public Uni<Map<UUID, ProposalView>> asTheyStand(SqlConnection connection, UUID conversationId,
            List<ProposalView> offers) {
        Map<UUID, ProposalView> byId = new HashMap<>();
        offers.forEach(offer -> byId.put(offer.id(), offer));
        if (byId.isEmpty()) {
            return Uni.createFrom().item(byId);
        }
        UUID[] ids = byId.keySet().toArray(UUID[]::new);
        return connection.preparedQuery(STANDING).execute(Tuple.of(conversationId, ids)).map(rows -> {
            rows.forEach(row -> byId.computeIfPresent(row.getUUID("id"),
                    (id, offer) -> offer.now(row.getString("status"), row.getUUID("appointment_id"))));
            return byId;
        });
    }

    Uni<Void> confirmed(SqlConnection tx, UUID id, UUID appointmentId) {
        return tx.preparedQuery(CONFIRMED).execute(Tuple.of(id, appointmentId)).replaceWithVoid();
    }

    Uni<Void> declined(SqlConnection tx, UUID id) {
        return tx.preparedQuery(DECLINED).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** No time that was offered before may still be taken: what has come up since cannot wait for it. */
    public Uni<Void> withdraw(SqlConnection tx, UUID conversationId) {
        return tx.preparedQuery(WITHDRAWN).execute(Tuple.of(conversationId)).replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
