-- A reminder is planned with its visit and becomes a delivery when its time has come. planned: waiting. handed: it is a
-- delivery of the same id now. void: the visit moved, was cancelled, or the person is gone.
create table reminder (
    id             uuid        not null constraint reminder_pk primary key,
    appointment_id uuid        not null,
    version        bigint      not null,
    channel        text        not null constraint reminder_channel_known check (channel in ('email')),
    offset_minutes int         not null constraint reminder_before_the_visit check (offset_minutes > 0),
    account_id     uuid        not null,
    event_id       uuid        not null,
    remind_at      timestamptz not null,
    facts          jsonb       not null,
    state          text        not null constraint reminder_state_known check (state in ('planned', 'handed', 'void')),
    constraint reminder_once unique (appointment_id, version, channel, offset_minutes)
);

create index reminder_waiting on reminder (remind_at) where state = 'planned';
create index reminder_by_account on reminder (account_id);
