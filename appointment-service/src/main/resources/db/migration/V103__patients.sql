-- The clinic's patient record. For account holders the id is the account's id. Name and phone are the clinic's copy of
-- what auth-service owns; profile_wanted > profile_seen says that the copy is due to be read again.

create table patient (
    id             uuid not null,
    account_id     uuid,
    full_name      text,
    phone          text,
    birth_date     date,
    profile_wanted integer not null default 1,
    profile_seen   integer not null default 0,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    constraint patient_pk primary key (id),
    constraint patient_account_unique unique (account_id)
);

create index patient_profile_due on patient (updated_at) where profile_wanted > profile_seen;

-- One data key per patient, wrapped by the service's master key. Erasing the row erases every clinical text of the
-- patient, in backups too.
create table clinical_key (
    patient_id uuid not null,
    wrapped    bytea not null,
    created_at timestamptz not null,
    constraint clinical_key_pk primary key (patient_id),
    constraint clinical_key_patient_known foreign key (patient_id) references patient (id)
);
