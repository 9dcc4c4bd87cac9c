package dev.smartdoctor.assistant.conversation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.assistant.clinicaltext.ClinicalText;
import dev.smartdoctor.assistant.clinicaltext.OwnerKey;
import dev.smartdoctor.assistant.clinicaltext.OwnerKeys;
import dev.smartdoctor.assistant.clinicaltext.Sealable;
import dev.smartdoctor.assistant.guide.GuideState;
import dev.smartdoctor.platform.problem.Conflict;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The statements of a turn and its erasure: where the dialogue stands and what was said, all sealed under the owner's key. */
@ApplicationScoped
class TurnRepository {

    private static final String STANDING = "select version, state from conversation where id = $1 and owner_id = $2";
    private static final String SAVE = """
            update conversation set version = version + 1, state = $4, updated_at = $5
            where id = $1 and owner_id = $2 and version = $3""";
    private static final String ERASE = "delete from conversation where id = $1 and owner_id = $2";
    private static final String SAY = """
            insert into message (id, conversation_id, position, author, engine, body, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String COUNT = "select count(*) from message where conversation_id = $1";
    private static final String READ = """
            select id, author, engine, body, created_at from message
            where conversation_id = $1 order by position limit $2 offset $3""";

    /** Where a conversation stands: its version guards against two turns at once. */
    record Standing(OwnerKey key, UUID conversationId, int version, GuideState state) {}

    private final ClinicalText text;
    private final OwnerKeys keys;
    private final Clock clock;

    TurnRepository(ClinicalText text, OwnerKeys keys, Clock clock) {
        this.text = text;
        this.keys = keys;
        this.clock = clock;
    }

    Uni<Standing> standing(SqlConnection connection, UUID conversationId, UUID ownerId) {
        return connection.preparedQuery(STANDING).execute(Tuple.of(conversationId, ownerId))
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().failure(new NotFound("conversation"))
                        : keys.of(connection, ownerId)
                                .map(key -> standing(key, conversationId, rows.iterator().next())));
    }

    private Standing standing(OwnerKey key, UUID conversationId, Row row) {
        io.vertx.mutiny.core.buffer.Buffer sealed = row.getBuffer("state");
        GuideState state = sealed == null
                ? GuideState.NEW
                : Sealable.read(text.open(key, conversationId, sealed.getDelegate()), GuideState.class);
        return new Standing(key, conversationId, row.getInteger("version"), state);
    }

    /** Fails with 409 if another turn of the same conversation was faster. */
    Uni<Void> save(SqlConnection tx, Standing before, GuideState state) {
        Buffer sealed = text.seal(before.key(), before.conversationId(), Sealable.write(state));
        return tx.preparedQuery(SAVE)
                .execute(Tuple.of(before.conversationId(), before.key().ownerId(), before.version(), sealed, now()))
                .flatMap(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new Conflict("CONVERSATION_BUSY",
                                "Another message of this conversation is being answered.")));
    }

    /** With all that was said. By the SQL client: Hibernate Reactive leaves a bulk statement's cleaning up to the session's end, with warnings. */
    Uni<Boolean> erase(SqlConnection tx, UUID conversationId, UUID ownerId) {
        return tx.preparedQuery(ERASE).execute(Tuple.of(conversationId, ownerId)).map(rows -> rows.rowCount() == 1);
    }

    /** @param position 0 for the patient's message of this turn, 1 for the answer */
    Uni<UUID> say(SqlConnection tx, Standing before, int position, String author, String engine, MessageBody body) {
        UUID id = UUID.randomUUID();
        Tuple row = Tuple
                .from(Arrays.asList(id, before.conversationId(), before.version() * 2 + position, author, engine,
                        text.seal(before.key(), id, Sealable.write(body)), now()));
        return tx.preparedQuery(SAY).execute(row).replaceWith(id);
    }

    Uni<Long> count(SqlConnection connection, UUID conversationId) {
        return connection.preparedQuery(COUNT).execute(Tuple.of(conversationId))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<MessageView>> messages(SqlConnection connection, Standing standing, int limit, int offset) {
        return connection.preparedQuery(READ).execute(Tuple.of(standing.conversationId(), limit, offset)).map(rows -> {
            List<MessageView> messages = new ArrayList<>();
            rows.forEach(row -> messages.add(message(standing.key(), row)));
            return messages;
        });
    }

    private MessageView message(OwnerKey key, Row row) {
        UUID id = row.getUUID("id");
        MessageBody body = Sealable.read(text.open(key, id, row.getBuffer("body").getDelegate()), MessageBody.class);
        return new MessageView(id, row.getString("author"), body.text(), row.getString("engine"),
                row.getOffsetDateTime("created_at").toInstant(), body.triage(), body.proposals());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
