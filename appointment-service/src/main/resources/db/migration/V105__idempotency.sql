-- What a caller's Idempotency-Key led to; written in the booking's own transaction, so only successes are kept and a
-- concurrent twin waits at the primary key. No foreign key to appointment: the visit is inserted later in that
-- transaction. The fingerprint is keyed, since the body holds clinical text.

create table idempotency_record (
    account_id      uuid not null,
    idempotency_key text not null,
    route           text not null,
    fingerprint     bytea not null,
    appointment_id  uuid not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    constraint idempotency_record_pk primary key (account_id, idempotency_key)
);

create index idempotency_record_by_expiry on idempotency_record (expires_at);
