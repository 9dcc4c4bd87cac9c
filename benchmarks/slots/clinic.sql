-- A clinic of fifty doctors of one specialty with @VISITS@ visits. The coming weeks are the same however many there are: 5,000
-- visits, near days fuller than far ones. All others are of the past, twelve a day and doctor, in every state that a past visit
-- can have and in the order in which they were booked, which is not that of their times.

insert into location (id, name, time_zone, country, created_at)
values (gen_random_uuid(), 'House', 'Europe/Berlin', 'DE', now());
insert into doctor (id, full_name, specialty, created_at)
select gen_random_uuid(), 'Dr. ' || n, 'orthopaedics', now() from generate_series(1, 50) n;
insert into doctor_location select d.id, l.id from doctor d, location l;
insert into working_hours (doctor_id, location_id, weekday, from_minute, to_minute, valid_from)
select d.id, l.id, weekday, 540, 1020, current_date - 3 from doctor d, location l, generate_series(1, 7) weekday;
insert into patient (id, account_id, full_name, profile_seen, created_at, updated_at)
select id, id, 'Patient ' || n, 1, now(), now()
from (select gen_random_uuid() as id, n from generate_series(1, 20000) n) made;

create temp table numbered_patient as select id, row_number() over (order by id) - 1 as number from patient;
create temp table numbered_doctor as select id, row_number() over (order by id) - 1 as number from doctor;

insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at, busy_from, busy_to,
    booked_by, booked_at, reason, created_at, updated_at)
select gen_random_uuid(), case when n % 10 = 0 then 'cancelled' when n % 20 = 1 then 'no_show' else 'completed' end, p.id, d.id,
    l.id, 'consultation', t, t + interval '30 minutes', t, t + interval '30 minutes', p.id, t - lead, sha512(p.id::text::bytea),
    t - lead, t
from generate_series(0, @VISITS@ - 5001) n
join numbered_doctor d on d.number = n % 50
join numbered_patient p on p.number = n * 7919::bigint % 20000
cross join location l
cross join lateral (select (current_date - 1 - n / 600)::timestamp at time zone 'Europe/Berlin' + interval '9 hours'
    + interval '30 minutes' * (n / 50 % 12 + n / 600 % 5) as t, interval '14 days' * random() as lead) times
order by t - lead;

insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at, busy_from, busy_to,
    booked_by, booked_at, reason, created_at, updated_at)
select gen_random_uuid(), case when n % 10 = 0 then 'cancelled' else 'booked' end, p.id, d.id, l.id, 'consultation', t,
    t + interval '30 minutes', t, t + interval '30 minutes', p.id, now(), sha512(p.id::text::bytea), now(), now()
from generate_series(0, 4999) n
join numbered_doctor d on d.number = n % 50
join numbered_patient p on p.number = n
cross join location l
cross join lateral (select (current_date + 1 + (n / 50) * (n / 50) / 200)::timestamp at time zone 'Europe/Berlin'
    + interval '9 hours' + interval '30 minutes' * (n / 50 % 16) as t) times
order by random();
