package dev.smartdoctor.appointment.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.page.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Closed days as rows; one without a location closes all. */
@ApplicationScoped
class HolidayRepository {

    private static final String ADD = "insert into holiday (id, location_id, day, name) values ($1, $2, $3, $4)";
    /** A day is the location's own; two days to each side hold it in every zone, for the index. */
    private static final String HOLIDAYS = """
            select id, location_id, day, name,
                (select count(*) from appointment visit join location place on place.id = visit.location_id
                 where (holiday.location_id is null or visit.location_id = holiday.location_id)
                   and visit.status in ('pending', 'booked', 'checked_in')
                   and visit.starts_at > holiday.day - 2 and visit.starts_at < holiday.day + 2
                   and visit.starts_at < (holiday.day + 1)::timestamp at time zone place.time_zone
                   and visit.ends_at > holiday.day::timestamp at time zone place.time_zone) as visits_within
            from holiday""";
    private static final String ONE = HOLIDAYS + " where id = $1";
    private static final String FROM = HOLIDAYS + " where day >= $1 order by day, name, id limit $2 offset $3";
    private static final String COUNT_FROM = "select count(*) as total from holiday where day >= $1";
    private static final String DROP = "delete from holiday where id = $1";

    /** Answers it with the visits that are booked on that day. */
    Uni<HolidayView> add(SqlConnection tx, HolidayRequest holiday) {
        UUID id = UUID.randomUUID();
        return tx.preparedQuery(ADD).execute(Tuple.of(id, holiday.locationId(), holiday.date(), holiday.name()))
                .chain(() -> tx.preparedQuery(ONE).execute(Tuple.of(id)))
                .map(rows -> view(rows.iterator().next()));
    }

    Uni<List<HolidayView>> from(SqlConnection connection, LocalDate first, PageRequest page) {
        return connection.preparedQuery(FROM).execute(Tuple.of(first, page.pageSize(), page.offset()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(HolidayRepository::view).toList());
    }

    Uni<Long> countFrom(SqlConnection connection, LocalDate first) {
        return connection.preparedQuery(COUNT_FROM).execute(Tuple.of(first))
                .map(rows -> rows.iterator().next().getLong("total"));
    }

    Uni<Boolean> drop(SqlConnection tx, UUID id) {
        return tx.preparedQuery(DROP).execute(Tuple.of(id)).map(rows -> rows.rowCount() == 1);
    }

    private static HolidayView view(Row row) {
        return new HolidayView(row.getUUID("id"), row.getUUID("location_id"), row.getLocalDate("day"),
                row.getString("name"), row.getInteger("visits_within"));
    }
}
