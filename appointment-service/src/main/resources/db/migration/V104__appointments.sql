-- Visits, and the holds that precede them: rows of one table, so that one constraint guards the doctor's time.
-- A row is never deleted. booked_at is null for a hold that never became a visit.

create table appointment (
    id                 uuid not null,
    version            integer not null default 1,
    status             text not null,
    patient_id         uuid,
    doctor_id          uuid not null,
    location_id        uuid not null,
    visit_type         text not null,
    starts_at          timestamptz not null,
    ends_at            timestamptz not null,
    busy_from          timestamptz not null,
    busy_to            timestamptz not null,
    held_by            uuid,
    hold_expires_at    timestamptz,
    booked_by          uuid,
    booked_at          timestamptz,
    triage_level       text,
    reason             bytea,
    summary            bytea,
    notes              bytea,
    cancelled_at       timestamptz,
    cancelled_by       text,
    cancelled_by_id    uuid,
    cancel_reason      bytea,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    constraint appointment_pk primary key (id),
    constraint appointment_patient_known foreign key (patient_id) references patient (id),
    constraint appointment_doctor_known foreign key (doctor_id) references doctor (id),
    constraint appointment_location_known foreign key (location_id) references location (id),
    constraint appointment_visit_type_known foreign key (visit_type) references visit_type (code),
    constraint appointment_status_known check (
        status in ('held', 'pending', 'booked', 'checked_in', 'completed', 'cancelled', 'no_show')),
    constraint appointment_times_sane check (
        starts_at < ends_at and busy_from <= starts_at and ends_at <= busy_to),
    -- Range queries over the doctor's time look back twelve hours from their beginning; this is what makes that right.
    constraint appointment_length_bounded check (busy_to - busy_from <= interval '12 hours'),
    constraint appointment_hold_complete check (
        status <> 'held' or (held_by is not null and hold_expires_at is not null)),
    constraint appointment_visit_complete check (
        status in ('held', 'cancelled') or (patient_id is not null and booked_at is not null)),
    -- The two rules the whole booking rests on: nobody is in two places at once. The doctor's range includes the
    -- buffers, the patient's does not.
    constraint appointment_doctor_free exclude using gist (
        doctor_id with =, tstzrange(busy_from, busy_to) with &&)
        where (status in ('held', 'pending', 'booked', 'checked_in')),
    constraint appointment_patient_free exclude using gist (
        patient_id with =, tstzrange(starts_at, ends_at) with &&)
        where (status in ('held', 'pending', 'booked', 'checked_in'))
);

create index appointment_by_doctor on appointment (doctor_id, starts_at);
create index appointment_by_patient on appointment (patient_id, starts_at);
create index appointment_by_time on appointment (starts_at);
create index appointment_live_holds on appointment (held_by) where status = 'held';
