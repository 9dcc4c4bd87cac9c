-- What one booking sends to PostgreSQL, statement by statement, for pgbench: begin (Transactions); the key
-- (IdempotencyRepository.CLAIM), doctor, rules and patient (BookingRepository.CONTEXT), hours (ScheduleRepository.PLACES); the locks
-- (BookingRepository.LOCK), how the patient stands (STANDING), what is taken (ScheduleRepository.TAKEN); the visit
-- (BookingRepository.INSERT), the event (Outbox.INSERT); commit. Values differ only in how they are made: ids are digests of
-- numbers, and what the service leaves null is a parameter that turns out to be null, so that the plans are the same.
-- Every run goes once through the clinic's slots in scattered order, as the measured bookings do.
\set i :n * :clients + :client_id
\set slot (:i * 7919) % (:doctors * :days * 16)
\set doctor :slot % :doctors
\set time :slot / :doctors
\set day :time / 16
\set start :first + :day * 86400 + (:time % 16) * 1800
\set ending :start + 1800
\set patient :slot % :patients
\set doctor_lock :doctor * 100000 + :day
\set patient_lock 1000000000000 + :patient
\set taken_from (:start / 86400 - 1) * 86400 - 14 * 3600
\set taken_to (:start / 86400 + 2) * 86400 + 12 * 3600
\set n :n + 1

begin;

insert into idempotency_record (account_id, idempotency_key, route, fingerprint, appointment_id, created_at, expires_at)
values (md5('patient' || :patient::text)::uuid, gen_random_uuid()::text, 'POST /api/appointments', sha256(:i::text::bytea),
    gen_random_uuid(), now(), now() + interval '24 hours')
on conflict on constraint idempotency_record_pk do update
    set route = excluded.route, fingerprint = excluded.fingerprint, appointment_id = excluded.appointment_id,
        created_at = excluded.created_at, expires_at = excluded.expires_at
    where idempotency_record.expires_at <= excluded.created_at
returning appointment_id \gset

select d.id as doctor_id, d.account_id as doctor_account, d.full_name as doctor_name, d.specialty, p.id as patient_id,
       p.account_id as patient_account, p.full_name as patient_name, p.phone, k.wrapped, v.code as visit_code,
       v.duration_minutes, v.buffer_before_minutes, v.buffer_after_minutes, v.notice_minutes, v.cancel_window_minutes,
       v.reschedule_window_minutes, v.horizon_months, v.daily_limit, v.active_limit, v.needs_approval
from (select md5('doctor' || :doctor::text)::uuid as doctor_id, 'consultation'::text as visit_type,
             md5('patient' || :patient::text)::uuid as patient_id) asked
left join doctor d on d.id = asked.doctor_id and d.active
left join visit_type v on v.code = asked.visit_type and (v.active or (:none <> 'none')::boolean)
left join patient p on p.id = asked.patient_id
left join clinical_key k on k.patient_id = p.id;

select d.id as doctor_id, d.full_name, l.id as location_id, l.name, l.address, l.time_zone,
       h.weekday, h.from_minute, h.to_minute, h.valid_from, h.valid_to
from doctor d
join working_hours h on h.doctor_id = d.id
join location l on l.id = h.location_id
where d.active and l.active
  and (d.id = md5('doctor' || :doctor::text)::uuid or d.specialty = nullif(:none, 'none')::text)
  and (nullif(:none, 'none')::uuid is null or l.id = nullif(:none, 'none')::uuid)
  and h.valid_from <= to_timestamp(:start)::date + 1
  and (h.valid_to is null or h.valid_to >= to_timestamp(:start)::date - 1)
order by d.full_name, d.id, l.id, h.weekday, h.from_minute;

select pg_advisory_xact_lock(wanted.key) from unnest(array[:doctor_lock, :patient_lock]::bigint[]) as wanted(key);

with ended as (
    update appointment set status = 'cancelled', version = version + 1, updated_at = now(), cancelled_at = now(),
        cancelled_by = case when id = nullif(:none, 'none')::uuid then 'booking' else 'expiry' end
    where status = 'held' and (
        id = nullif(:none, 'none')::uuid and held_by = md5('patient' || :patient::text)::uuid
        or hold_expires_at <= now() and (
            doctor_id = md5('doctor' || :doctor::text)::uuid
                and tstzrange(busy_from, busy_to) && tstzrange(to_timestamp(:start), to_timestamp(:ending))
            or patient_id = md5('patient' || :patient::text)::uuid
                and tstzrange(starts_at, ends_at) && tstzrange(to_timestamp(:start), to_timestamp(:ending))))
    returning id)
select
    exists (select 1 from appointment where patient_id = md5('patient' || :patient::text)::uuid
        and starts_at > to_timestamp(:start) - interval '12 hours' and starts_at < to_timestamp(:ending)
        and ends_at > to_timestamp(:start)
        and (status in ('pending', 'booked', 'checked_in') or status = 'held' and hold_expires_at > now())
        and id is distinct from nullif(:none, 'none')::uuid and id is distinct from nullif(:none, 'none')::uuid) as patient_busy,
    (select count(*) from appointment where patient_id = md5('patient' || :patient::text)::uuid
        and status in ('pending', 'booked', 'checked_in')
        and starts_at > now() - interval '12 hours' and ends_at > now()
        and id is distinct from nullif(:none, 'none')::uuid) as active,
    (select count(*) from appointment where held_by = md5('patient' || :patient::text)::uuid and status = 'held'
        and hold_expires_at > now()) as live_holds,
    nullif(:none, 'none')::uuid is null or exists (select 1 from appointment where id = nullif(:none, 'none')::uuid
        and held_by = md5('patient' || :patient::text)::uuid and booked_at is null
        and doctor_id = md5('doctor' || :doctor::text)::uuid and starts_at = to_timestamp(:start)) as hold_fits;

select 'visit' as kind, a.doctor_id, a.busy_from as taken_from, a.busy_to as taken_to, a.starts_at,
       a.visit_type, a.status in ('held', 'pending', 'booked', 'checked_in') as blocks,
       null::uuid as location_id, null::date as day
from doctor d
join appointment a on a.doctor_id = d.id
where d.active and (d.id = md5('doctor' || :doctor::text)::uuid or d.specialty = nullif(:none, 'none')::text)
  and a.starts_at > to_timestamp(:taken_from) - interval '12 hours'
  and a.starts_at < to_timestamp(:taken_to) + interval '12 hours'
  and a.status <> 'cancelled' and (a.status <> 'held' or a.hold_expires_at > now())
  and a.id is distinct from nullif(:none, 'none')::uuid
union all
select 'away', t.doctor_id, t.starts_at, t.ends_at, null, null, true, null, null
from doctor d
join time_off t on t.doctor_id = d.id
where d.active and (d.id = md5('doctor' || :doctor::text)::uuid or d.specialty = nullif(:none, 'none')::text)
  and t.ends_at > to_timestamp(:taken_from) and t.starts_at < to_timestamp(:taken_to)
union all
select 'holiday', null, null, null, null, null, true, h.location_id, h.day
from holiday h
where h.day between to_timestamp(:start)::date - 1 and to_timestamp(:start)::date + 1;

insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at,
    busy_from, busy_to, booked_by, booked_at, triage_level, reason, summary, created_at, updated_at)
values (:appointment_id, 'booked', md5('patient' || :patient::text)::uuid, md5('doctor' || :doctor::text)::uuid,
    md5('location')::uuid, 'consultation', to_timestamp(:start), to_timestamp(:ending), to_timestamp(:start),
    to_timestamp(:ending), md5('patient' || :patient::text)::uuid, now(), null,
    '\x01b2f00dfeedfacecafebabe0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', null, now(), now());

insert into outbox (id, type, aggregate_type, aggregate_id, occurred_at, version, schema_version, traceparent, payload,
    pending_groups)
values (gen_random_uuid(), 'appointment.booked', 'appointment', :appointment_id, now(), 1, 1,
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00',
    '{"appointmentId":"7c9e6679-7425-40de-944b-e07fc1f90ae7","patientId":"550e8400-e29b-41d4-a716-446655440000","patientAccountId":"550e8400-e29b-41d4-a716-446655440000","doctorId":"6fa459ea-ee8a-3ca4-894e-db77e160355e","doctorAccountId": null,"locationId":"16fd2706-8baf-433b-82eb-8c7fada847da","start":"2026-01-05T09.00.00+01.00","end":"2026-01-05T09.30.00+01.00","timeZone":"Europe/Berlin","visitType":"consultation","status":"booked"}',
    array['notification-service']);

commit;
