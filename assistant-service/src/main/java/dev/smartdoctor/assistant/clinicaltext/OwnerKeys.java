package dev.smartdoctor.assistant.clinicaltext;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The wrapped keys as they are stored, one for each person; made when first needed. */
@ApplicationScoped
public class OwnerKeys {

    private static final String READ = "select wrapped from owner_key where owner_id = $1";
    private static final String MAKE = """
            insert into owner_key (owner_id, wrapped, created_at) values ($1, $2, $3)
            on conflict on constraint owner_key_pk do update set owner_id = owner_key.owner_id
            returning wrapped""";
    private static final String ERASE = "delete from owner_key where owner_id = $1";

    private final ClinicalText text;
    private final Clock clock;

    public OwnerKeys(ClinicalText text, Clock clock) {
        this.text = text;
        this.clock = clock;
    }

    /** This person's key, made now if there is none; of two who make it at once, both get the same. */
    public Uni<OwnerKey> of(SqlConnection connection, UUID ownerId) {
        return connection.preparedQuery(READ).execute(Tuple.of(ownerId)).flatMap(rows -> rows.size() == 1
                ? Uni.createFrom().item(text.unwrap(ownerId, rows.iterator().next().getBuffer("wrapped").getDelegate()))
                : make(connection, ownerId));
    }

    private Uni<OwnerKey> make(SqlConnection connection, UUID ownerId) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return connection.preparedQuery(MAKE).execute(Tuple.of(ownerId, text.newWrappedKey(ownerId), now))
                .map(rows -> text.unwrap(ownerId, rows.iterator().next().getBuffer("wrapped").getDelegate()));
    }

    public Uni<Void> erase(SqlConnection connection, UUID ownerId) {
        return connection.preparedQuery(ERASE).execute(Tuple.of(ownerId)).replaceWithVoid();
    }
}
