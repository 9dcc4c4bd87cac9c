package dev.smartdoctor.appointment.booking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.availability.SlotService;
import dev.smartdoctor.appointment.availability.VisitRules;
import dev.smartdoctor.appointment.clinicaltext.PatientKey;
import dev.smartdoctor.appointment.visit.Appointment;
import dev.smartdoctor.appointment.visit.Appointment.DoctorRef;
import dev.smartdoctor.appointment.visit.Appointment.PatientRef;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The statements of the booking transaction, apart from those of the schedule. */
@ApplicationScoped
class BookingRepository {

    private static final String CONTEXT = "select d.id as doctor_id, d.account_id as doctor_account,"
            + " d.full_name as doctor_name, d.specialty, p.id as patient_id, p.account_id as patient_account,"
            + " p.full_name as patient_name, p.phone, k.wrapped, " + VisitRules.COLUMNS + """
             from (select $1::uuid as doctor_id, $2::text as visit_type, $3::uuid as patient_id) asked
            left join doctor d on d.id = asked.doctor_id and d.active
            left join visit_type v on v.code = asked.visit_type and (v.active or $4::boolean)
            left join patient p on p.id = asked.patient_id
            left join clinical_key k on k.patient_id = p.id""";

    private static final String LOCK = "select pg_advisory_xact_lock(wanted.key) from unnest($1::bigint[]) as wanted(key)";

    /**
     * Ends the holds that stand in the way and no longer may: expired ones that overlap, the caller's own that is
     * presented, which the booking replaces, and all of the caller's where a visit moves into them. A constraint cannot ask the time, so it is asked here. The reads beside it
     * see the rows as they were, hence the same conditions again.
     */
    static final String STANDING = """
            with ended as (
                update appointment set status = 'cancelled', version = version + 1, updated_at = $5, cancelled_at = $5,
                    cancelled_by = case when id = $8::uuid or hold_expires_at > $5::timestamptz then 'booking' else 'expiry' end
                where status = 'held' and (
                    id = $8::uuid and held_by = $9::uuid
                    or (hold_expires_at <= $5::timestamptz or held_by = $9::uuid and $10::uuid is not null) and (
                        doctor_id = $1::uuid and tstzrange(busy_from, busy_to) && tstzrange($3::timestamptz, $4::timestamptz)
                        or patient_id = $2::uuid and tstzrange(starts_at, ends_at) && tstzrange($6::timestamptz, $7::timestamptz)))
                returning id)
            select
                exists (select 1 from appointment where patient_id = $2::uuid
                    and starts_at > $6::timestamptz - interval '12 hours' and starts_at < $7::timestamptz and ends_at > $6::timestamptz
                    and (status in ('pending', 'booked', 'checked_in') or status = 'held' and hold_expires_at > $5::timestamptz
                        and not (held_by = $9::uuid and $10::uuid is not null))
                    and id is distinct from $8::uuid and id is distinct from $10::uuid) as patient_busy,
                (select count(*) from appointment where patient_id = $2::uuid
                    and status in ('pending', 'booked', 'checked_in')
                    and starts_at > $5::timestamptz - interval '12 hours' and ends_at > $5::timestamptz
                    and id is distinct from $10::uuid) as active,
                (select count(*) from appointment where held_by = $9::uuid and status = 'held'
                    and hold_expires_at > $5::timestamptz) as live_holds,
                $8::uuid is null or exists (select 1 from appointment where id = $8::uuid and held_by = $9::uuid
                    and booked_at is null and doctor_id = $1::uuid and starts_at = $6::timestamptz) as hold_fits""";

    private static final String INSERT = """
            insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at,
                busy_from, busy_to, booked_by, booked_at, triage_level, reason, summary, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $12, $12)""";

    private static final String INSERT_HOLD = """
            insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at,
                busy_from, busy_to, held_by, hold_expires_at, created_at, updated_at)
            values ($1, 'held', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)""";

    private static final String LIVE_HOLD = """
            select id, hold_expires_at from appointment
            where held_by = $1 and status = 'held' and hold_expires_at > $2 and doctor_id = $3 and starts_at = $4
                and visit_type = $5""";

    private static final String RELEASE = """
            update appointment set status = 'cancelled', version = version + 1, updated_at = $3, cancelled_at = $3,
                cancelled_by = 'holder'
            where id = $1 and held_by = $2 and status = 'held' and hold_expires_at > $3""";

    /** Fails with {@link NotFound} for the doctor, and names an unknown type of visit. */
    Uni<BookingContext> context(SqlConnection tx, SlotRequest request) {
        return tx.preparedQuery(CONTEXT)
                .execute(Tuple.of(request.doctorId(), request.visitType(), request.patientId(),
                        request.moving() != null))
                .map(rows -> readContext(rows.iterator().next()));
    }

    Uni<Void> lock(SqlConnection tx, Long[] keys) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(keys)).replaceWithVoid();
    }

    Uni<Standing> standing(SqlConnection tx, SlotRequest request, VisitRules rules, Instant now) {
        return tx.preparedQuery(STANDING).execute(standingParameters(request, rules, now))
                .map(rows -> rows.iterator().next())
                .map(row -> new Standing(row.getBoolean("patient_busy"), row.getLong("active"),
                        row.getLong("live_holds"), row.getBoolean("hold_fits")));
    }

    static Tuple standingParameters(SlotRequest request, VisitRules rules, Instant now) {
        return Tuple.from(Arrays.asList(request.doctorId(), request.patientId(), utc(rules.busyFrom(request.start())),
                utc(rules.busyTo(request.start())), utc(now), utc(request.start()), utc(rules.end(request.start())),
                request.holdId(), request.requestedBy(), request.moving()));
    }

    Uni<Void> insert(SqlConnection tx, Appointment appointment, UUID bookedBy) {
        VisitRules rules = appointment.rules();
        return tx.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(appointment.id(), appointment.status().code(),
                        appointment.patient().id(), appointment.doctor().id(), appointment.place().id(), rules.code(),
                        utc(appointment.start()), utc(appointment.end()), utc(rules.busyFrom(appointment.start())),
                        utc(rules.busyTo(appointment.start())), bookedBy, utc(appointment.changedAt()),
                        appointment.triageLevel(), appointment.texts().reason(), appointment.texts().summary())))
                .replaceWithVoid();
    }

    Uni<Void> insertHold(SqlConnection tx, HoldView hold, SlotRequest request, Offer offer, Instant now) {
        VisitRules rules = offer.context().rules();
        return tx.preparedQuery(INSERT_HOLD)
                .execute(Tuple.from(Arrays.asList(hold.holdId(), request.patientId(), request.doctorId(),
                        offer.place().id(), rules.code(), utc(request.start()), utc(rules.end(request.start())),
                        utc(rules.busyFrom(request.start())), utc(rules.busyTo(request.start())),
                        request.requestedBy(), utc(hold.expiresAt()), utc(now))))
                .replaceWithVoid();
    }

    /** The caller's own hold of this very time. */
    Uni<Optional<HoldView>> liveHold(SqlConnection tx, SlotRequest request, Instant now) {
        return tx.preparedQuery(LIVE_HOLD)
                .execute(Tuple.of(request.requestedBy(), utc(now), request.doctorId(), utc(request.start()),
                        request.visitType()))
                .map(rows -> rows.stream().findFirst()
                        .map(row -> new HoldView(row.getUUID("id"),
                                row.getOffsetDateTime("hold_expires_at").toInstant())));
    }

    /** Answers whether there was such a hold of theirs. */
    Uni<Boolean> release(SqlConnection tx, UUID holdId, UUID holder, Instant now) {
        return tx.preparedQuery(RELEASE).execute(Tuple.of(holdId, holder, utc(now))).map(rows -> rows.rowCount() == 1);
    }

    private static BookingContext readContext(Row row) {
        if (row.getUUID("doctor_id") == null) {
            throw new NotFound("doctor");
        }
        if (row.getString("visit_code") == null) {
            throw SlotService.unknownVisitType();
        }
        DoctorRef doctor = new DoctorRef(row.getUUID("doctor_id"), row.getUUID("doctor_account"),
                row.getString("doctor_name"), row.getString("specialty"));
        return new BookingContext(doctor, VisitRules.from(row), readPatient(row), null);
    }

    private static PatientRef readPatient(Row row) {
        UUID id = row.getUUID("patient_id");
        return id == null
                ? null
                : new PatientRef(id, row.getUUID("patient_account"), row.getString("patient_name"),
                        row.getString("phone"), new PatientKey(id, row.getDelegate().getBuffer("wrapped")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
