package dev.smartdoctor.appointment.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Reads schedules in two statements, however many doctors and days are asked for: the rules, and what is taken. A hold
 * counts while it lives; an expired one is no hindrance, swept or not.
 */
@ApplicationScoped
public class ScheduleRepository {

    static final String PLACES = """
            select d.id as doctor_id, d.full_name, l.id as location_id, l.name, l.address, l.time_zone,
                   h.weekday, h.from_minute, h.to_minute, h.valid_from, h.valid_to
            from doctor d
            join working_hours h on h.doctor_id = d.id
            join location l on l.id = h.location_id
            where d.active and l.active and (d.id = $1::uuid or d.specialty = $2::text)
              and ($3::uuid is null or l.id = $3::uuid)
              and h.valid_from <= $5::date and (h.valid_to is null or h.valid_to >= $4::date)
            order by d.full_name, d.id, l.id, h.weekday, h.from_minute""";

    /**
     * One short walk along {@code appointment_by_doctor} for each doctor, answered from the index. The fence ({@code offset 0})
     * keeps the planner from reading the whole clinic's window and throwing away what is other doctors'.
     */
    static final String TAKEN = """
            select 'visit' as kind, a.doctor_id, a.busy_from as taken_from, a.busy_to as taken_to, a.starts_at,
                   a.visit_type, a.status in ('held', 'pending', 'booked', 'checked_in') as blocks,
                   null::uuid as location_id, null::date as day
            from doctor d
            cross join lateral (
                select * from appointment of_one
                where of_one.doctor_id = d.id and of_one.id is distinct from $6::uuid
                  and of_one.starts_at > $3::timestamptz - interval '12 hours'
                  and of_one.starts_at < $4::timestamptz + interval '12 hours'
                  and of_one.status <> 'cancelled'
                  and (of_one.status <> 'held' or of_one.hold_expires_at > $5::timestamptz)
                offset 0) a
            where d.active and (d.id = $1::uuid or d.specialty = $2::text)
            union all
            select 'away', t.doctor_id, t.starts_at, t.ends_at, null, null, true, null, null
            from doctor d
            join time_off t on t.doctor_id = d.id
            where d.active and (d.id = $1::uuid or d.specialty = $2::text)
              and t.ends_at > $3::timestamptz and t.starts_at < $4::timestamptz
            union all
            select 'holiday', null, null, null, null, null, true, h.location_id, h.day
            from holiday h
            where h.day between $7::date and $8::date""";

    /** The doctors with their working hours, nothing taken yet; doctors without hours in the window are not there. */
    public Uni<List<DoctorSchedule>> places(SqlConnection connection, DoctorFilter filter, ReadWindow window) {
        return connection.preparedQuery(PLACES).execute(placesParameters(filter, window))
                .map(ScheduleRepository::readPlaces);
    }

    public Uni<Taken> taken(SqlConnection connection, DoctorFilter filter, ReadWindow window) {
        return connection.preparedQuery(TAKEN).execute(takenParameters(filter, window))
                .map(ScheduleRepository::readTaken);
    }

    static Tuple placesParameters(DoctorFilter filter, ReadWindow window) {
        return Tuple.from(Arrays.asList(filter.doctorId(), filter.specialty(), filter.locationId(), window.from(),
                window.to()));
    }

    static Tuple takenParameters(DoctorFilter filter, ReadWindow window) {
        return Tuple.from(Arrays.asList(filter.doctorId(), filter.specialty(), window.start(), window.end(),
                window.now().atOffset(ZoneOffset.UTC), window.exceptAppointment(), window.from(), window.to()));
    }

    private static List<DoctorSchedule> readPlaces(RowSet<Row> rows) {
        Map<UUID, String> names = new LinkedHashMap<>();
        Map<UUID, Map<UUID, WorkingPlace>> places = new HashMap<>();
        Map<List<UUID>, List<WeeklyWindow>> windows = new HashMap<>();
        for (Row row : rows) {
            UUID doctorId = row.getUUID("doctor_id");
            UUID locationId = row.getUUID("location_id");
            names.putIfAbsent(doctorId, row.getString("full_name"));
            places.computeIfAbsent(doctorId, id -> new LinkedHashMap<>())
                    .computeIfAbsent(locationId, id -> readPlace(row));
            windows.computeIfAbsent(List.of(doctorId, locationId), id -> new ArrayList<>()).add(readWindow(row));
        }
        List<DoctorSchedule> schedules = new ArrayList<>(names.size());
        names.forEach((doctorId, name) -> schedules.add(new DoctorSchedule(doctorId, name,
                places.get(doctorId).values().stream()
                        .map(place -> place.withWindows(windows.get(List.of(doctorId, place.locationId())))).toList(),
                List.of())));
        return schedules;
    }

    private static WorkingPlace readPlace(Row row) {
        return new WorkingPlace(row.getUUID("location_id"), row.getString("name"), row.getString("address"),
                ZoneId.of(row.getString("time_zone")), List.of(), Set.of());
    }

    private static WeeklyWindow readWindow(Row row) {
        return new WeeklyWindow(DayOfWeek.of(row.getInteger("weekday")), row.getInteger("from_minute"),
                row.getInteger("to_minute"), row.getLocalDate("valid_from"), row.getLocalDate("valid_to"));
    }

    private static Taken readTaken(RowSet<Row> rows) {
        Map<UUID, List<TakenTime>> times = new HashMap<>();
        Map<UUID, Set<LocalDate>> holidays = new HashMap<>();
        for (Row row : rows) {
            if ("holiday".equals(row.getString("kind"))) {
                holidays.computeIfAbsent(row.getUUID("location_id"), id -> new HashSet<>())
                        .add(row.getLocalDate("day"));
            } else {
                times.computeIfAbsent(row.getUUID("doctor_id"), id -> new ArrayList<>()).add(readTime(row));
            }
        }
        return new Taken(times, holidays);
    }

    private static TakenTime readTime(Row row) {
        OffsetDateTime start = row.getOffsetDateTime("starts_at");
        return new TakenTime(row.getOffsetDateTime("taken_from").toInstant(),
                row.getOffsetDateTime("taken_to").toInstant(), start == null ? null : start.toInstant(),
                row.getString("visit_type"), row.getBoolean("blocks"));
    }
}
