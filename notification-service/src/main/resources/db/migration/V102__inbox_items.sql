-- The in-app inbox. An item is for one account or for everyone of one role; it holds ids and facts only, its words are
-- put together in the reader's language when it is read.
create table inbox_item (
    id             uuid        not null constraint inbox_item_pk primary key,
    event_id       uuid        not null,
    account_id     uuid,
    role           text,
    kind           text        not null,
    facts          jsonb       not null,
    appointment_id uuid,
    created_at     timestamptz not null,
    constraint inbox_item_one_audience check (num_nonnulls(account_id, role) = 1),
    constraint inbox_item_once unique nulls not distinct (event_id, kind, account_id, role)
);

create index inbox_item_by_account on inbox_item (account_id, created_at desc, id) where account_id is not null;
create index inbox_item_by_role on inbox_item (role, created_at desc, id) where role is not null;

-- Apart from the item, because several people of one role read the same item at different times.
create table inbox_read (
    item_id    uuid        not null constraint inbox_read_item_fk references inbox_item (id) on delete cascade,
    account_id uuid        not null,
    read_at    timestamptz not null,
    constraint inbox_read_pk primary key (item_id, account_id)
);
