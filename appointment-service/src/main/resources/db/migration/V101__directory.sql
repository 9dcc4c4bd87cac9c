-- Who practises what, and where: reference data that changes rarely and is read on every page.

create table specialty (
    code     text not null,
    name     text not null,
    position integer not null,
    constraint specialty_pk primary key (code),
    constraint specialty_position_unique unique (position)
);

insert into specialty (code, name, position) values
    ('general_practice', 'General practice', 1),
    ('cardiology', 'Cardiology', 2),
    ('dermatology', 'Dermatology', 3),
    ('neurology', 'Neurology', 4),
    ('orthopaedics', 'Orthopaedics', 5),
    ('ophthalmology', 'Ophthalmology', 6),
    ('ent', 'Ear, nose and throat', 7),
    ('gastroenterology', 'Gastroenterology', 8),
    ('gynaecology', 'Gynaecology', 9),
    ('urology', 'Urology', 10),
    ('paediatrics', 'Paediatrics', 11),
    ('psychiatry', 'Psychiatry', 12);

create table location (
    id         uuid not null,
    name       text not null,
    time_zone  text not null,
    country    text not null,
    address    text,
    phone      text,
    active     boolean not null default true,
    created_at timestamptz not null,
    constraint location_pk primary key (id),
    constraint location_country_iso check (country ~ '^[A-Z]{2}$')
);

-- The rules of a kind of visit. Minutes, since that is the unit the clinic speaks.
create table visit_type (
    code                      text not null,
    name                      text not null,
    duration_minutes          integer not null,
    buffer_before_minutes     integer not null default 0,
    buffer_after_minutes      integer not null default 0,
    notice_minutes            integer not null,
    cancel_window_minutes     integer not null,
    reschedule_window_minutes integer not null,
    horizon_months            integer not null,
    daily_limit               integer,
    active_limit              integer not null,
    needs_approval            boolean not null default false,
    channel                   text not null default 'in_person',
    active                    boolean not null default true,
    constraint visit_type_pk primary key (code),
    constraint visit_type_duration_sane check (duration_minutes between 5 and 480),
    constraint visit_type_buffers_sane check (buffer_before_minutes between 0 and 120 and buffer_after_minutes between 0 and 120),
    constraint visit_type_windows_sane check (notice_minutes >= 0 and cancel_window_minutes >= 0 and reschedule_window_minutes >= 0),
    constraint visit_type_horizon_sane check (horizon_months between 1 and 24),
    constraint visit_type_limits_sane check (daily_limit > 0 and active_limit > 0),
    constraint visit_type_channel_known check (channel in ('in_person', 'video'))
);

insert into visit_type (code, name, duration_minutes, notice_minutes, cancel_window_minutes,
                        reschedule_window_minutes, horizon_months, active_limit)
values ('consultation', 'Consultation', 30, 120, 120, 120, 6, 10);

create table doctor (
    id         uuid not null,
    account_id uuid,
    full_name  text not null,
    specialty  text not null,
    languages  text[] not null default '{}',
    bio        text,
    active     boolean not null default true,
    created_at timestamptz not null,
    constraint doctor_pk primary key (id),
    constraint doctor_account_unique unique (account_id),
    constraint doctor_specialty_known foreign key (specialty) references specialty (code)
);

create index doctor_by_specialty on doctor (specialty);

create table doctor_location (
    doctor_id   uuid not null,
    location_id uuid not null,
    constraint doctor_location_pk primary key (doctor_id, location_id),
    constraint doctor_location_doctor_known foreign key (doctor_id) references doctor (id),
    constraint doctor_location_location_known foreign key (location_id) references location (id)
);

create index doctor_location_by_location on doctor_location (location_id);
