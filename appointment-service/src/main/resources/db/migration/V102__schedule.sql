-- When a doctor works: wall-clock rules of a location, never instants. Minutes after midnight, 1440 being midnight
-- at the day's end, which a time of day cannot say.

create extension if not exists btree_gist;

create table working_hours (
    doctor_id   uuid not null,
    location_id uuid not null,
    weekday     smallint not null,
    from_minute integer not null,
    to_minute   integer not null,
    valid_from  date not null,
    valid_to    date,
    constraint working_hours_pk primary key (doctor_id, location_id, weekday, from_minute),
    constraint working_hours_doctor_known foreign key (doctor_id) references doctor (id),
    constraint working_hours_location_known foreign key (location_id) references location (id),
    constraint working_hours_weekday_iso check (weekday between 1 and 7),
    constraint working_hours_minutes_sane check (from_minute >= 0 and from_minute < to_minute and to_minute <= 1440),
    constraint working_hours_validity_sane check (valid_to is null or valid_to >= valid_from),
    -- Hours at one location share a clock, so the database itself can refuse an overlap; across locations the zones
    -- differ and the service compares instants.
    constraint working_hours_no_overlap exclude using gist (
        doctor_id with =, location_id with =, weekday with =, int4range(from_minute, to_minute) with &&)
);

create table time_off (
    id         uuid not null,
    doctor_id  uuid not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    note       text,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint time_off_pk primary key (id),
    constraint time_off_doctor_known foreign key (doctor_id) references doctor (id),
    constraint time_off_range_sane check (ends_at > starts_at)
);

create index time_off_by_doctor on time_off (doctor_id, ends_at);

create table holiday (
    id          uuid not null,
    location_id uuid,
    day         date not null,
    name        text not null,
    constraint holiday_pk primary key (id),
    constraint holiday_location_known foreign key (location_id) references location (id),
    constraint holiday_once unique nulls not distinct (location_id, day)
);

create index holiday_by_day on holiday (day);
