-- One data key per person, wrapped by the master key: without this row nothing of that person can be read any more.
create table owner_key (
    owner_id   uuid        not null,
    wrapped    bytea       not null,
    created_at timestamptz not null,
    constraint owner_key_pk primary key (owner_id)
);

create table conversation (
    id         uuid        not null,
    owner_id   uuid        not null,
    version    integer     not null,
    -- Where the dialogue stands, sealed: it holds what was told.
    state      bytea,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint conversation_pk primary key (id)
);

create index conversation_owner_ix on conversation (owner_id, updated_at desc);

create table message (
    id              uuid        not null,
    conversation_id uuid        not null,
    position        integer     not null,
    author          text        not null,
    engine          text,
    body            bytea       not null,
    created_at      timestamptz not null,
    constraint message_pk primary key (id),
    constraint message_conversation_fk foreign key (conversation_id) references conversation (id) on delete cascade,
    constraint message_position_uq unique (conversation_id, position),
    constraint message_author_ck check (author in ('patient', 'assistant'))
);
