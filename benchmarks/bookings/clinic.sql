-- The clinic that pgbench books in: the tables of the appointment service, made by its own migrations, with as many doctors and
-- patients as the measured clinic has. Ids are digests of numbers, since pgbench counts and has no list of ids.
insert into location (id, name, time_zone, country, created_at) values (md5('location')::uuid, 'Benchmark', 'Europe/Berlin', 'DE', now());
insert into doctor (id, full_name, specialty, created_at)
select md5('doctor' || n)::uuid, 'Doctor ' || n, 'neurology', now() from generate_series(0, :doctors - 1) n;
insert into doctor_location select id, md5('location')::uuid from doctor;
insert into working_hours (doctor_id, location_id, weekday, from_minute, to_minute, valid_from)
select d.id, l.id, weekday, 480, 960, current_date from doctor d, location l, generate_series(1, 7) weekday;
insert into patient (id, account_id, full_name, profile_seen, created_at, updated_at)
select md5('patient' || n)::uuid, md5('patient' || n)::uuid, 'Patient ' || n, 1, now(), now() from generate_series(0, :patients - 1) n;
insert into clinical_key (patient_id, wrapped, created_at)
select id, sha256(id::text::bytea) || sha256(id::text::bytea), now() from patient;
