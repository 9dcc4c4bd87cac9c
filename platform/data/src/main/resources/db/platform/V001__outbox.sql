-- Events that happened, kept from the transaction that made them until every named consumer group has confirmed them.
CREATE TABLE outbox (
    seq             bigint GENERATED ALWAYS AS IDENTITY,
    id              uuid        NOT NULL,
    type            text        NOT NULL,
    aggregate_type  text        NOT NULL,
    aggregate_id    uuid        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    version         bigint      NOT NULL,
    schema_version  integer     NOT NULL,
    traceparent     text,
    payload         text        NOT NULL,
    pending_groups  text[]      NOT NULL,
    entry_id        text,
    next_look_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT outbox_pk PRIMARY KEY (id)
);
-- Finds the head row of each aggregate: only that one may be in flight.
CREATE UNIQUE INDEX outbox_aggregate_order ON outbox (aggregate_id, seq);
-- Finds what is due, oldest first.
CREATE INDEX outbox_due ON outbox (next_look_at, seq);
-- Rows live for moments: vacuum by change rather than by share, or the queue's indexes bloat.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000, fillfactor = 70);
