package dev.smartdoctor.notification.planning;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Makes due reminders into deliveries of the same id, in one statement: however many replicas run it, and however often, each
 * reminder is handed over once. Whether it is still wanted is judged when it is sent.
 */
@ApplicationScoped
public class ReminderHandover {
    private static final String HAND_OVER = """
            with due as (
                select id from reminder where state = 'planned' and remind_at <= $1
                order by remind_at limit $2 for update skip locked),
            handed as (
                update reminder r set state = 'handed' from due where r.id = due.id returning r.*)
            insert into delivery (id, event_id, account_id, channel, kind, state, facts, next_attempt_at, created_at)
            select id, id, account_id, channel, 'visit_reminder', 'due', facts, $1, $1 from handed
            on conflict do nothing""";

    private final Transactions transactions;
    private final PlanningConfig config;
    private final Clock clock;

    ReminderHandover(Transactions transactions, PlanningConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${notification.reminders.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> handOverDue() {
        return transactions.inTransaction(this::handOver)
                .flatMap(handed -> handed < config.batch() ? Uni.createFrom().voidItem() : handOverDue());
    }

    private Uni<Integer> handOver(SqlConnection tx) {
        Tuple values = Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), config.batch());
        return tx.preparedQuery(HAND_OVER).execute(values).map(rows -> rows.rowCount());
    }
}
