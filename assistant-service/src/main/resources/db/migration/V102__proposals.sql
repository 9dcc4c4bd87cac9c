-- What the assistant offers to do and the patient may confirm. The terms are sealed and signed: what is confirmed is what was shown.
create table proposal (
    id              uuid        not null,
    owner_id        uuid        not null,
    conversation_id uuid        not null,
    kind            text        not null,
    status          text        not null,
    terms           bytea       not null,
    signature       bytea       not null,
    expires_at      timestamptz not null,
    appointment_id  uuid,
    created_at      timestamptz not null,
    constraint proposal_pk primary key (id),
    constraint proposal_conversation_fk foreign key (conversation_id) references conversation (id) on delete cascade,
    constraint proposal_kind_ck check (kind in ('book', 'cancel', 'reschedule')),
    constraint proposal_status_ck check (status in ('open', 'confirmed', 'declined')),
    constraint proposal_confirmed_ck check (status <> 'confirmed' or appointment_id is not null)
);

create index proposal_conversation_ix on proposal (conversation_id);
