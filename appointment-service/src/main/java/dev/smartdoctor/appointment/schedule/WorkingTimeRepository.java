package dev.smartdoctor.appointment.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.availability.WeeklyWindow;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.ValidationFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Working hours and time off as rows. Hours are replaced as a whole under the doctor's row lock. */
@ApplicationScoped
class WorkingTimeRepository {

    private static final String DOCTOR = "select account_id from doctor where id = $1";
    /** Not FOR UPDATE: bookings take a key share of the row, and need not wait. */
    private static final String LOCK_DOCTOR = DOCTOR + " for no key update";
    private static final String ZONE = "select time_zone from location where id = $1 and active";
    private static final String HOURS = """
            select h.location_id, l.time_zone, h.weekday, h.from_minute, h.to_minute, h.valid_from, h.valid_to
            from working_hours h
            join location l on l.id = h.location_id
            where h.doctor_id = $1
            order by l.name, l.id, h.weekday, h.from_minute""";
    /** Who works at a location is found there: the directory says so from then on. */
    private static final String ADD_PLACE = """
            insert into doctor_location (doctor_id, location_id) values ($1, $2) on conflict do nothing""";
    private static final String DROP_HOURS = "delete from working_hours where doctor_id = $1 and location_id = $2";
    private static final String ADD_HOURS = """
            insert into working_hours (doctor_id, location_id, weekday, from_minute, to_minute, valid_from, valid_to)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String ADD_TIME_OFF = """
            insert into time_off (id, doctor_id, starts_at, ends_at, note, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String NOT_OVER = " from time_off off where doctor_id = $1 and ends_at > $2";
    /** No visit is longer than twelve hours (see appointment_length_bounded), so the index is enough. */
    private static final String VISITS_WITHIN = """
            (select count(*) from appointment visit
             where visit.doctor_id = off.doctor_id and visit.status in ('pending', 'booked', 'checked_in')
               and visit.starts_at > off.starts_at - interval '12 hours'
               and visit.starts_at < off.ends_at and visit.ends_at > off.starts_at) as visits_within""";
    private static final String COLUMNS = "select id, starts_at, ends_at, note, " + VISITS_WITHIN;
    private static final String TIME_OFF = COLUMNS + NOT_OVER + " order by starts_at, id limit $3 offset $4";
    private static final String ONE_TIME_OFF = COLUMNS + " from time_off off where id = $1";
    private static final String COUNT_TIME_OFF = "select count(*) as total" + NOT_OVER;
    private static final String DROP_TIME_OFF = "delete from time_off where id = $1 and doctor_id = $2";

    /** The doctor's row; its account may be {@code null}. Empty where there is no such doctor. */
    Uni<Optional<DoctorRow>> doctor(SqlConnection connection, UUID doctorId) {
        return doctor(connection, DOCTOR, doctorId);
    }

    /** The same, and nobody else changes this doctor's working time until the transaction ends. */
    Uni<Optional<DoctorRow>> lockDoctor(SqlConnection tx, UUID doctorId) {
        return doctor(tx, LOCK_DOCTOR, doctorId);
    }

    private static Uni<Optional<DoctorRow>> doctor(SqlConnection connection, String sql, UUID doctorId) {
        return connection.preparedQuery(sql).execute(Tuple.of(doctorId))
                .map(rows -> first(rows).map(row -> new DoctorRow(doctorId, row.getUUID("account_id"))));
    }

    /** The zone of a location; fails where there is none of this id, or it is closed for good. */
    Uni<ZoneId> zone(SqlConnection tx, UUID locationId) {
        return tx.preparedQuery(ZONE).execute(Tuple.of(locationId)).map(WorkingTimeRepository::first).map(row -> row
                .orElseThrow(() -> new ValidationFailed("locationId", "UNKNOWN", "There is no such location.")))
                .map(row -> ZoneId.of(row.getString("time_zone")));
    }

    Uni<List<PlaceHours>> hours(SqlConnection connection, UUID doctorId) {
        return connection.preparedQuery(HOURS).execute(Tuple.of(doctorId)).map(rows -> {
            Map<UUID, PlaceHours> places = new LinkedHashMap<>();
            for (Row row : rows) {
                places.computeIfAbsent(row.getUUID("location_id"), id -> new PlaceHours(id,
                        ZoneId.of(row.getString("time_zone")), new ArrayList<>())).windows().add(window(row));
            }
            return List.copyOf(places.values());
        });
    }

    Uni<Void> replaceHours(SqlConnection tx, UUID doctorId, PlaceHours hours) {
        Uni<Void> dropped = tx.preparedQuery(DROP_HOURS).execute(Tuple.of(doctorId, hours.locationId()))
                .replaceWithVoid();
        List<Tuple> rows = hours.windows().stream().map(window -> Tuple.from(Arrays.asList(doctorId, hours.locationId(),
                window.day().getValue(), window.fromMinute(), window.toMinute(), window.validFrom(), window.validTo())))
                .toList();
        return rows.isEmpty()
                ? dropped
                : dropped.chain(() -> tx.preparedQuery(ADD_PLACE).execute(Tuple.of(doctorId, hours.locationId())))
                        .chain(() -> tx.preparedQuery(ADD_HOURS).executeBatch(rows)).replaceWithVoid();
    }

    /** Answers it with the visits that are booked within. */
    Uni<TimeOffView> addTimeOff(SqlConnection tx, UUID doctorId, NewTimeOff timeOff) {
        UUID id = UUID.randomUUID();
        return tx.preparedQuery(ADD_TIME_OFF)
                .execute(Tuple.from(Arrays.asList(id, doctorId, utc(timeOff.start()), utc(timeOff.end()),
                        timeOff.note(), timeOff.by(), utc(timeOff.now()))))
                .chain(() -> tx.preparedQuery(ONE_TIME_OFF).execute(Tuple.of(id)))
                .map(rows -> timeOff(rows.iterator().next()));
    }

    Uni<List<TimeOffView>> timeOff(SqlConnection connection, UUID doctorId, Instant endingAfter, PageRequest page) {
        return connection.preparedQuery(TIME_OFF)
                .execute(Tuple.of(doctorId, utc(endingAfter), page.pageSize(), page.offset()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(WorkingTimeRepository::timeOff)
                        .toList());
    }

    private static TimeOffView timeOff(Row row) {
        return new TimeOffView(row.getUUID("id"), row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(), row.getString("note"), row.getInteger("visits_within"));
    }

    Uni<Long> countTimeOff(SqlConnection connection, UUID doctorId, Instant endingAfter) {
        return connection.preparedQuery(COUNT_TIME_OFF).execute(Tuple.of(doctorId, utc(endingAfter)))
                .map(rows -> rows.iterator().next().getLong("total"));
    }

    Uni<Boolean> dropTimeOff(SqlConnection tx, UUID doctorId, UUID id) {
        return tx.preparedQuery(DROP_TIME_OFF).execute(Tuple.of(id, doctorId)).map(rows -> rows.rowCount() == 1);
    }

    private static WeeklyWindow window(Row row) {
        return new WeeklyWindow(DayOfWeek.of(row.getInteger("weekday")), row.getInteger("from_minute"),
                row.getInteger("to_minute"), row.getLocalDate("valid_from"), row.getLocalDate("valid_to"));
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    record DoctorRow(UUID id, UUID accountId) {}

    record NewTimeOff(Instant start, Instant end, String note, UUID by, Instant now) {}
}
