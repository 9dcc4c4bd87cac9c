package dev.smartdoctor.appointment.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.availability.VisitRules;
import dev.smartdoctor.appointment.clinicaltext.PatientKey;
import dev.smartdoctor.appointment.visit.Appointment.DoctorRef;
import dev.smartdoctor.appointment.visit.Appointment.PatientRef;
import dev.smartdoctor.appointment.visit.Appointment.PlaceRef;
import dev.smartdoctor.appointment.visit.Appointment.SealedTexts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads visits and changes their state. Every change is compare-and-set on the version; no row is ever deleted. */
@ApplicationScoped
public class AppointmentRepository {

    private static final String SELECT = "select a.id, a.version, a.status, a.starts_at, a.ends_at, a.updated_at, a.triage_level,"
            + " a.reason, a.summary, a.notes, p.id as patient_id, p.account_id as patient_account,"
            + " p.full_name as patient_name, p.phone as patient_phone, k.wrapped, d.id as doctor_id,"
            + " d.account_id as doctor_account, d.full_name as doctor_name, d.specialty, l.id as location_id,"
            + " l.name as location_name, l.address as location_address, l.time_zone, " + VisitRules.COLUMNS
            + AppointmentQuery.FROM;

    private static final String SET_STATUS = """
            update appointment set status = $3, version = version + 1, updated_at = $4,
                notes = coalesce($5::bytea, notes)
            where id = $1 and version = $2""";

    private static final String CANCEL = """
            update appointment set status = 'cancelled', version = version + 1, updated_at = $3, cancelled_at = $3,
                cancelled_by = $4, cancelled_by_id = $5, cancel_reason = $6
            where id = $1 and version = $2""";

    private static final String MOVE = """
            update appointment set version = version + 1, status = $3, doctor_id = $4, location_id = $5, starts_at = $6,
                ends_at = $7, busy_from = $8, busy_to = $9, updated_at = $10
            where id = $1 and version = $2""";

    /** The visit, if there is one that the scope may see; its row stays locked until the transaction ends. */
    public Uni<Optional<Appointment>> lock(SqlConnection tx, UUID id, AppointmentScope scope) {
        return one(tx, id, scope, " for update of a");
    }

    public Uni<Optional<Appointment>> find(SqlConnection connection, UUID id, AppointmentScope scope) {
        return one(connection, id, scope, "");
    }

    Uni<List<Appointment>> list(SqlConnection connection, AppointmentQuery query) {
        return connection.preparedQuery(listing(query)).execute(query.pageParameters())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(AppointmentRepository::read).toList());
    }

    Uni<Long> count(SqlConnection connection, AppointmentQuery query) {
        return connection.preparedQuery(counting(query)).execute(query.parameters())
                .map(rows -> rows.iterator().next().getLong("total"));
    }

    static String listing(AppointmentQuery query) {
        return SELECT + query.where() + query.order();
    }

    static String counting(AppointmentQuery query) {
        return "select count(*) as total" + query.counted() + query.where();
    }

    /** True if the row was still at that version; notes are kept where none are given. */
    Uni<Boolean> setStatus(SqlConnection tx, Appointment before, AppointmentStatus status, Instant now, Buffer notes) {
        return tx.preparedQuery(SET_STATUS)
                .execute(Tuple.from(Arrays.asList(before.id(), before.version(), status.code(), utc(now), notes)))
                .map(AppointmentRepository::changedOne);
    }

    Uni<Boolean> cancel(SqlConnection tx, Appointment before, Cancellation cancellation) {
        return tx.preparedQuery(CANCEL)
                .execute(Tuple.from(Arrays.asList(before.id(), before.version(), utc(cancellation.at()),
                        cancellation.by(), cancellation.byId(), cancellation.reason())))
                .map(AppointmentRepository::changedOne);
    }

    /** Puts the row at its new time; true if it was still at the version that {@code moved} follows. */
    public Uni<Boolean> move(SqlConnection tx, Appointment moved) {
        VisitRules rules = moved.rules();
        return tx.preparedQuery(MOVE)
                .execute(Tuple.from(Arrays.asList(moved.id(), moved.version() - 1, moved.status().code(),
                        moved.doctor().id(), moved.place().id(), utc(moved.start()), utc(moved.end()),
                        utc(rules.busyFrom(moved.start())), utc(rules.busyTo(moved.start())),
                        utc(moved.changedAt()))))
                .map(AppointmentRepository::changedOne);
    }

    private Uni<Optional<Appointment>> one(SqlConnection connection, UUID id, AppointmentScope scope, String suffix) {
        return connection.preparedQuery(SELECT + " where a.id = $2 and a.booked_at is not null and " + scope.condition()
                + suffix).execute(Tuple.of(scope.accountId(), id))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
    }

    private static Appointment read(Row row) {
        UUID patientId = row.getUUID("patient_id");
        return new Appointment(row.getUUID("id"), row.getInteger("version"),
                AppointmentStatus.of(row.getString("status")).orElseThrow(),
                new PatientRef(patientId, row.getUUID("patient_account"), row.getString("patient_name"),
                        row.getString("patient_phone"),
                        new PatientKey(patientId, row.getDelegate().getBuffer("wrapped"))),
                new DoctorRef(row.getUUID("doctor_id"), row.getUUID("doctor_account"), row.getString("doctor_name"),
                        row.getString("specialty")),
                new PlaceRef(row.getUUID("location_id"), row.getString("location_name"),
                        row.getString("location_address"), ZoneId.of(row.getString("time_zone"))),
                VisitRules.from(row), row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(), row.getOffsetDateTime("updated_at").toInstant(),
                row.getString("triage_level"),
                new SealedTexts(row.getDelegate().getBuffer("reason"), row.getDelegate().getBuffer("summary"),
                        row.getDelegate().getBuffer("notes")));
    }

    private static boolean changedOne(RowSet<Row> rows) {
        return rows.rowCount() == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Who cancelled, when and why; the reason is sealed. */
    record Cancellation(Instant at, String by, UUID byId, Buffer reason) {}
}
