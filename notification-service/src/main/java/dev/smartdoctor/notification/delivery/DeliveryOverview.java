package dev.smartdoctor.notification.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.stream.DeadLetterView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** What administrators look at: deliveries by state, and everything given up, events and mails alike. */
@ApplicationScoped
public class DeliveryOverview {
    private static final String DELIVERIES = """
            select * from delivery where $1::text is null or state = $1
            order by created_at desc, id limit $2 offset $3""";
    private static final String COUNT_DELIVERIES = "select count(*) from delivery where $1::text is null or state = $1";
    private static final String DEAD = """
            select id, stream, type, aggregate_id, occurred_at, reason, died_at, replayed_at from dead_letter
            union all
            select id, 'delivery', kind, account_id, created_at, coalesce(last_error, ''), finished_at, null
            from delivery where state = 'dead'
            order by died_at desc, id limit $1 offset $2""";
    private static final String COUNT_DEAD = """
            select (select count(*) from dead_letter) + (select count(*) from delivery where state = 'dead')""";

    private final Transactions transactions;

    DeliveryOverview(Transactions transactions) {
        this.transactions = transactions;
    }

    Uni<Page<DeliveryView>> deliveries(Optional<DeliveryState> state, PageRequest page) {
        String code = state.map(DeliveryState::code).orElse(null);
        return page(DELIVERIES, Tuple.of(code, page.pageSize(), page.offset()),
                COUNT_DELIVERIES, Tuple.of(code), page, DeliveryOverview::delivery);
    }

    Uni<Page<DeadLetterView>> deadLetters(PageRequest page) {
        return page(DEAD, Tuple.of(page.pageSize(), page.offset()), COUNT_DEAD, Tuple.tuple(), page,
                DeliveryOverview::deadLetter);
    }

    private <T> Uni<Page<T>> page(String list, Tuple listValues, String count, Tuple countValues, PageRequest page,
            Function<Row, T> view) {
        return transactions.withConnection(connection -> connection.preparedQuery(list).execute(listValues)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(view).toList())
                .flatMap((List<T> items) -> connection.preparedQuery(count).execute(countValues)
                        .map(rows -> Page.of(items, page, rows.iterator().next().getLong(0)))));
    }

    private static DeliveryView delivery(Row row) {
        return new DeliveryView(row.getUUID("id"), row.getUUID("event_id"), row.getUUID("account_id"),
                row.getString("channel"), row.getString("kind"), row.getString("state"), row.getInteger("attempts"),
                instant(row, "next_attempt_at"), row.getString("last_error"), instant(row, "created_at"),
                instant(row, "finished_at"));
    }

    private static DeadLetterView deadLetter(Row row) {
        return new DeadLetterView(row.getUUID("id"), row.getString("stream"), row.getString("type"),
                row.getUUID("aggregate_id"), instant(row, "occurred_at"), row.getString("reason"),
                instant(row, "died_at"), instant(row, "replayed_at"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
