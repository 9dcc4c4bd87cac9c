-- Hours are kept only at locations where the directory says the doctor is found: what is offered there is told there.
-- The pair's key also carries both references, to the doctor and to the location.
insert into doctor_location (doctor_id, location_id)
select distinct doctor_id, location_id from working_hours
on conflict do nothing;

alter table working_hours
    add constraint working_hours_where_the_doctor_is
        foreign key (doctor_id, location_id) references doctor_location (doctor_id, location_id),
    drop constraint working_hours_doctor_known,
    drop constraint working_hours_location_known;
