-- One row per message that leaves the house. The id is derived from (event, recipient, channel, kind) and is the left
-- part of the Message-ID, so every try of one delivery, even after a restore, carries the same Message-ID.
-- due: to be sent at next_attempt_at. sending: the SMTP dialogue has begun. unknown: it broke off, the mail may have
-- been accepted. sent, dead (given up, can be replayed) and void (no longer true, never sent) are final.
create table delivery (
    id              uuid        not null constraint delivery_pk primary key,
    event_id        uuid        not null,
    account_id      uuid        not null,
    channel         text        not null constraint delivery_channel_known check (channel in ('email')),
    kind            text        not null,
    state           text        not null constraint delivery_state_known
        check (state in ('due', 'sending', 'sent', 'unknown', 'dead', 'void')),
    facts           jsonb       not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    leased_until    timestamptz,
    leased_by       uuid,
    last_error      text,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    constraint delivery_once unique (event_id, account_id, channel, kind),
    constraint delivery_sending_is_leased check (state <> 'sending' or num_nulls(leased_until, leased_by) = 0)
);

create index delivery_claimable on delivery (next_attempt_at) where state in ('due', 'unknown');
create index delivery_in_dialogue on delivery (leased_until) where state = 'sending';
create index delivery_by_state on delivery (state, created_at desc, id);
create index delivery_by_account on delivery (account_id);
