package dev.smartdoctor.notification.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The items a caller may see: their own and those of their roles. */
@ApplicationScoped
public class InboxRepository {
    private static final String VISIBLE = """
            from inbox_item i left join inbox_read r on r.item_id = i.id and r.account_id = $1
            where (i.account_id = $1 or i.role = any($2)) and (not $3 or r.read_at is null)""";
    private static final String LIST = """
            select i.id, i.kind, i.facts, i.appointment_id, i.created_at, r.read_at %s
            order by i.created_at desc, i.id limit $4 offset $5""".formatted(VISIBLE);
    private static final String COUNT = "select count(*) " + VISIBLE;
    /** Marking twice keeps the first time, and still finds the item. */
    private static final String MARK_READ = """
            insert into inbox_read (item_id, account_id, read_at)
            select id, $1, $4 from inbox_item where id = $3 and (account_id = $1 or role = any($2))
            on conflict (item_id, account_id) do update set read_at = inbox_read.read_at""";

    private final Transactions transactions;
    private final Clock clock;

    InboxRepository(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<Page<InboxItem>> list(UUID accountId, Set<String> roles, boolean unreadOnly, PageRequest page) {
        return transactions.withConnection(connection -> items(connection, accountId, roles, unreadOnly, page)
                .flatMap(items -> connection.preparedQuery(COUNT)
                        .execute(Tuple.of(accountId, array(roles), unreadOnly))
                        .map(rows -> Page.of(items, page, rows.iterator().next().getLong(0)))));
    }

    /** False where the caller has no such item. */
    Uni<Boolean> markRead(UUID accountId, Set<String> roles, UUID itemId) {
        Tuple values = Tuple.of(accountId, array(roles), itemId, clock.instant().atOffset(ZoneOffset.UTC));
        return transactions.withConnection(connection -> connection.preparedQuery(MARK_READ).execute(values))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<List<InboxItem>> items(SqlConnection connection, UUID accountId, Set<String> roles, boolean unreadOnly,
            PageRequest page) {
        Tuple values = Tuple.of(accountId, array(roles), unreadOnly, page.pageSize(), page.offset());
        return connection.preparedQuery(LIST).execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(InboxRepository::item).toList());
    }

    private static InboxItem item(Row row) {
        return new InboxItem(row.getUUID("id"), MessageKind.fromCode(row.getString("kind")), row.getJsonObject("facts"),
                row.getUUID("appointment_id"), row.getOffsetDateTime("created_at").toInstant(), readAt(row));
    }

    private static Instant readAt(Row row) {
        OffsetDateTime time = row.getOffsetDateTime("read_at");
        return time == null ? null : time.toInstant();
    }

    private static String[] array(Set<String> roles) {
        return roles.toArray(String[]::new);
    }
}
