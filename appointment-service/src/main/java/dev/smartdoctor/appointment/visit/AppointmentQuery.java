package dev.smartdoctor.appointment.visit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.smartdoctor.platform.page.PageRequest;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * A list of visits within a scope. Dates are by each location's calendar: the instants bound the index scan widely, the
 * local date decides.
 */
record AppointmentQuery(AppointmentScope scope, Set<AppointmentStatus> statuses, LocalDate from, LocalDate to,
        UUID doctorId, UUID patientId, PageRequest page) {

    static final String FROM = """
             from appointment a
            join doctor d on d.id = a.doctor_id
            join location l on l.id = a.location_id
            join visit_type v on v.code = a.visit_type
            join patient p on p.id = a.patient_id
            left join clinical_key k on k.patient_id = p.id""";

    /** No more tables than the conditions speak of: what is only shown need not be joined to be counted. */
    String counted() {
        return from == null && to == null
                ? " from appointment a"
                : " from appointment a join location l on l.id = a.location_id";
    }

    String where() {
        // Only what was asked for becomes a condition, so that each form of the list gets the index that suits it.
        StringBuilder where = new StringBuilder(" where a.booked_at is not null and ").append(scope.condition());
        where.append(statuses.size() == AppointmentStatus.values().length
                ? " and $2::text[] is not null"
                : " and a.status = any($2::text[])");
        where.append(from == null
                ? " and $3::timestamptz is null and $4::date is null"
                : " and a.starts_at >= $3::timestamptz and (a.starts_at at time zone l.time_zone)::date >= $4::date");
        where.append(to == null
                ? " and $5::timestamptz is null and $6::date is null"
                : " and a.starts_at < $5::timestamptz and (a.starts_at at time zone l.time_zone)::date <= $6::date");
        where.append(doctorId == null ? " and $7::uuid is null" : " and a.doctor_id = $7::uuid");
        return where.append(patientId == null ? " and $8::uuid is null" : " and a.patient_id = $8::uuid").toString();
    }

    String order() {
        return " order by a.starts_at, a.id limit $9 offset $10";
    }

    /** For the count. */
    Tuple parameters() {
        return Tuple.from(conditions());
    }

    /** For the list: those of the count, then what the order needs. */
    Tuple pageParameters() {
        List<Object> parameters = new ArrayList<>(conditions());
        parameters.add(page.pageSize());
        parameters.add(page.offset());
        return Tuple.from(parameters);
    }

    private List<Object> conditions() {
        String[] codes = statuses.stream().map(AppointmentStatus::code).sorted().toArray(String[]::new);
        return Arrays.asList(scope.accountId(), codes, earliest(), from, latest(), to, doctorId, patientId);
    }

    private OffsetDateTime earliest() {
        return from == null ? null : from.atStartOfDay().atOffset(ZoneOffset.ofHours(14));
    }

    private OffsetDateTime latest() {
        return to == null ? null : to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.ofHours(-12));
    }
}
