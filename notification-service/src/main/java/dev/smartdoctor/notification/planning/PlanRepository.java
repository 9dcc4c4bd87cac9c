package dev.smartdoctor.notification.planning;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.notification.planning.Plan.VisitVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes a plan. Every insert may meet its own row from an earlier try and then changes nothing. */
@ApplicationScoped
public class PlanRepository {
    private static final String INSERT_MAIL = """
            insert into delivery (id, event_id, account_id, channel, kind, state, facts, next_attempt_at, created_at)
            values ($1, $2, $3, $4, $5, 'due', $6, $7, $7) on conflict do nothing""";
    private static final String INSERT_ITEM = """
            insert into inbox_item (id, event_id, account_id, role, kind, facts, appointment_id, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint inbox_item_once do nothing""";
    private static final String INSERT_REMINDER = """
            insert into reminder (id, appointment_id, version, channel, offset_minutes, account_id, event_id, remind_at,
                facts, state)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned') on conflict do nothing""";
    private static final String VOID_REMINDERS = """
            update reminder set state = 'void'
            where appointment_id = $1 and version < $2 and state = 'planned'""";
    private static final String ACCOUNT_CHANGED = """
            insert into recipient (account_id, epoch) values ($1, 1)
            on conflict (account_id) do update set epoch = recipient.epoch + 1, fresh = false""";
    private static final List<String> FORGET_ACCOUNT = List.of(
            "delete from recipient where account_id = $1",
            "delete from preference where account_id = $1",
            "delete from inbox_item where account_id = $1",
            "delete from inbox_read where account_id = $1",
            "update reminder set state = 'void' where account_id = $1 and state = 'planned'",
            """
                    update delivery set state = 'void', last_error = 'account erased', finished_at = now()
                    where account_id = $1 and state in ('due', 'unknown')""");

    private final Clock clock;

    PlanRepository(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> save(SqlConnection tx, Plan plan) {
        return insertAll(tx, INSERT_MAIL, plan.mails().stream().map(this::mail).toList())
                .chain(() -> insertAll(tx, INSERT_ITEM, plan.items().stream().map(this::item).toList()))
                .chain(() -> voidReminders(tx, plan))
                .chain(() -> insertAll(tx, INSERT_REMINDER, plan.reminders().stream().map(this::reminder).toList()))
                .chain(() -> changeAccount(tx, plan))
                .chain(() -> forgetAccount(tx, plan));
    }

    private Uni<Void> insertAll(SqlConnection tx, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private Uni<Void> voidReminders(SqlConnection tx, Plan plan) {
        if (plan.obsoleteBefore().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        VisitVersion visit = plan.obsoleteBefore().get();
        return run(tx, VOID_REMINDERS, Tuple.of(visit.appointmentId(), visit.version()));
    }

    private Uni<Void> changeAccount(SqlConnection tx, Plan plan) {
        return plan.changedAccount().map(account -> run(tx, ACCOUNT_CHANGED, Tuple.of(account)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> forgetAccount(SqlConnection tx, Plan plan) {
        Uni<Void> done = Uni.createFrom().voidItem();
        if (plan.erasedAccount().isEmpty()) {
            return done;
        }
        UUID account = plan.erasedAccount().get();
        for (String statement : FORGET_ACCOUNT) {
            done = done.chain(() -> run(tx, statement, Tuple.of(account)));
        }
        return done;
    }

    private Uni<Void> run(SqlConnection tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private Tuple mail(PlannedMail mail) {
        return Tuple.tuple().addUUID(mail.id()).addUUID(mail.eventId()).addUUID(mail.accountId())
                .addString(PlannedMail.CHANNEL).addString(mail.kind().code()).addValue(mail.facts()).addValue(now());
    }

    private Tuple item(PlannedItem item) {
        return Tuple.tuple().addUUID(UUID.randomUUID()).addUUID(item.eventId()).addUUID(item.accountId())
                .addString(item.role()).addString(item.kind().code()).addValue(item.facts())
                .addUUID(item.appointmentId()).addValue(now());
    }

    private Tuple reminder(PlannedReminder reminder) {
        return Tuple.tuple().addUUID(reminder.id()).addUUID(reminder.appointmentId()).addLong(reminder.version())
                .addString(PlannedMail.CHANNEL).addInteger((int) reminder.offset().toMinutes())
                .addUUID(reminder.accountId()).addUUID(reminder.eventId())
                .addValue(reminder.remindAt().atOffset(ZoneOffset.UTC)).addValue(reminder.facts());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
