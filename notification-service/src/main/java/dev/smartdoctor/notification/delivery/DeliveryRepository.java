package dev.smartdoctor.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.platform.data.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The queue. Every change is one statement that names the attempt it belongs to. */
@ApplicationScoped
public class DeliveryRepository {
    /** A claimed row is not due for a while: if its claimer dies before the dialogue, the row simply becomes due again. */
    private static final String CLAIM = """
            with free as (
                select id from delivery where state in ('due', 'unknown') and next_attempt_at <= $1
                order by next_attempt_at limit $3 for update skip locked)
            update delivery d set attempts = d.attempts + 1, next_attempt_at = $2 from free where d.id = free.id
            returning d.id, d.account_id, d.kind, d.state, d.facts, d.attempts, d.created_at""";
    private static final String BEGIN = """
            update delivery set state = 'sending', leased_until = $3, leased_by = $4
            where id = $1 and attempts = $2 and state in ('due', 'unknown')""";
    private static final String SENT = """
            update delivery set state = 'sent', finished_at = $3, leased_until = null, leased_by = null, last_error = null
            where id = $1 and attempts = $2 and state in ('sending', 'unknown')""";
    private static final String CONCLUDE = """
            update delivery set state = $3, next_attempt_at = coalesce($4, next_attempt_at), last_error = $5,
                finished_at = $6, leased_until = null, leased_by = null
            where id = $1 and attempts = $2 and state in ('due', 'unknown', 'sending')""";
    private static final String RENEW = """
            update delivery set leased_until = $1 where state = 'sending' and leased_by = $2 and id = any($3)""";
    private static final String ABANDONED = """
            update delivery set state = 'unknown', next_attempt_at = $2, leased_until = null, leased_by = null,
                last_error = 'nobody knows how the dialogue ended'
            where state = 'sending' and leased_until < $1""";
    private static final String REPLAY = """
            update delivery set state = 'due', attempts = 0, next_attempt_at = $2, created_at = $2, finished_at = null
            where id = $1 and state = 'dead'""";

    private final Transactions transactions;
    private final DeliveryConfig config;
    private final Clock clock;
    /** This process, as the holder of leases. */
    private final UUID self = UUID.randomUUID();

    DeliveryRepository(Transactions transactions, DeliveryConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    Uni<List<Delivery>> claim(int most) {
        Tuple values = Tuple.of(now(), in(config.writing()), most);
        return transactions.withConnection(connection -> connection.preparedQuery(CLAIM).execute(values))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(DeliveryRepository::delivery)
                        .toList());
    }

    /** False where someone else has claimed the row since: then nothing may be sent. */
    Uni<Boolean> begin(Delivery delivery) {
        return change(BEGIN, Tuple.of(delivery.id(), delivery.attempt(), in(config.lease()), self))
                .map(changed -> changed == 1);
    }

    Uni<Void> sent(Delivery delivery) {
        return change(SENT, Tuple.of(delivery.id(), delivery.attempt(), now())).replaceWithVoid();
    }

    Uni<Void> conclude(Delivery delivery, Verdict verdict) {
        boolean last = verdict.nextAttemptAt() == null;
        Tuple values = Tuple.of(delivery.id(), delivery.attempt(), verdict.state().code(),
                last ? null : utc(verdict.nextAttemptAt()), verdict.reason(), last ? now() : null);
        return change(CONCLUDE, values).replaceWithVoid();
    }

    /**
     * First the leases of what this process has under way, then those that nobody renews: a pause of this process must not orphan
     * its own mails, and a mail whose outcome could not be recorded must not be leased for as long as this process lives.
     */
    Uni<Integer> renewAndRecover(Collection<UUID> underWay) {
        return change(RENEW, Tuple.of(in(config.lease()), self, underWay.toArray(UUID[]::new)))
                .chain(() -> change(ABANDONED, Tuple.of(now(), in(config.longestPauseRecording().multipliedBy(2)))));
    }

    /** A dead delivery starts anew; false where there is none of that id. */
    Uni<Boolean> replay(UUID id) {
        return change(REPLAY, Tuple.of(id, now())).map(changed -> changed == 1);
    }

    private Uni<Integer> change(String sql, Tuple values) {
        return transactions.withConnection(connection -> connection.preparedQuery(sql).execute(values))
                .map(rows -> rows.rowCount());
    }

    private static Delivery delivery(Row row) {
        return new Delivery(row.getUUID("id"), row.getUUID("account_id"), MessageKind.fromCode(row.getString("kind")),
                DeliveryState.fromCode(row.getString("state")), row.getJsonObject("facts"), row.getInteger("attempts"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private OffsetDateTime in(Duration time) {
        return utc(clock.instant().plus(time));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
