package dev.smartdoctor.notification.recipient;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The kept recipients. The epoch makes an answer from before a change lose against the change. */
@ApplicationScoped
public class RecipientRepository {
    private static final String FIND = """
            select account_id, epoch, fresh, email, full_name, locale, time_zone from recipient where account_id = $1""";
    private static final String KEEP = """
            insert into recipient (account_id, epoch, fresh, email, full_name, locale, time_zone, read_at)
            values ($1, $2, true, $3, $4, $5, $6, $7)
            on conflict (account_id) do update set fresh = true, email = $3, full_name = $4, locale = $5, time_zone = $6,
                read_at = $7
            where recipient.epoch = $2""";

    private final Transactions transactions;
    private final Clock clock;

    RecipientRepository(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is kept: how often the account has changed, and the recipient unless it must be read again. */
    record Kept(long epoch, Optional<Recipient> recipient) {}

    Uni<Kept> find(UUID accountId) {
        return transactions.withConnection(connection -> connection.preparedQuery(FIND).execute(Tuple.of(accountId)))
                .map(RecipientRepository::kept);
    }

    Uni<Void> keep(Recipient recipient, long epoch) {
        Tuple values = Tuple.tuple().addUUID(recipient.accountId()).addLong(epoch).addString(recipient.email())
                .addString(recipient.fullName()).addString(recipient.locale()).addString(recipient.zone().getId())
                .addValue(clock.instant().atOffset(ZoneOffset.UTC));
        return transactions.withConnection(connection -> connection.preparedQuery(KEEP).execute(values))
                .replaceWithVoid();
    }

    private static Kept kept(RowSet<Row> rows) {
        for (Row row : rows) {
            Optional<Recipient> recipient = row.getBoolean("fresh") ? Optional.of(recipient(row)) : Optional.empty();
            return new Kept(row.getLong("epoch"), recipient);
        }
        return new Kept(0, Optional.empty());
    }

    private static Recipient recipient(Row row) {
        return new Recipient(row.getUUID("account_id"), row.getString("email"), row.getString("full_name"),
                row.getString("locale"), ZoneId.of(row.getString("time_zone")));
    }
}
