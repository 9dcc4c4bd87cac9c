-- The slot listing reads what is taken from the index alone: one short walk along each doctor's window, and no visit to the table
-- for pages that vacuum has seen. Without the included columns the planner, which thinks times lie in the table in order, walks the
-- whole clinic's window once for each doctor.

create index appointment_by_doctor_covering on appointment (doctor_id, starts_at)
    include (id, status, visit_type, busy_from, busy_to, hold_expires_at);
drop index appointment_by_doctor;
alter index appointment_by_doctor_covering rename to appointment_by_doctor;

-- Lists are of visits, never of mere holds; counting them, by state too, needs nothing but this index.
create index appointment_by_time_of_visits on appointment (starts_at) include (status) where booked_at is not null;
drop index appointment_by_time;
alter index appointment_by_time_of_visits rename to appointment_by_time;
