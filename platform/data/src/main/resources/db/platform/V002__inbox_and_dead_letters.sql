-- What a consumer group of this service has done: the row and the effect commit together, so twice delivered is once done.
CREATE TABLE inbox (
    event_id  uuid        NOT NULL,
    done_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (event_id)
);
CREATE INDEX inbox_age ON inbox (done_at);

-- Tries that failed, counted here since a redelivered or republished entry forgets its count.
CREATE TABLE inbox_failure (
    event_id    uuid        NOT NULL,
    attempts    integer     NOT NULL,
    last_error  text        NOT NULL,
    failed_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_failure_pk PRIMARY KEY (event_id)
);

-- Given up after five failures: whole, so that an administrator can look at it and have it done again.
CREATE TABLE dead_letter (
    id              uuid        NOT NULL,
    stream          text        NOT NULL,
    type            text        NOT NULL,
    aggregate_type  text        NOT NULL,
    aggregate_id    uuid        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    version         bigint      NOT NULL,
    schema_version  integer     NOT NULL,
    traceparent     text,
    payload         text        NOT NULL,
    reason          text        NOT NULL,
    died_at         timestamptz NOT NULL DEFAULT now(),
    replayed_at     timestamptz,
    CONSTRAINT dead_letter_pk PRIMARY KEY (id)
);
CREATE INDEX dead_letter_age ON dead_letter (died_at DESC);
