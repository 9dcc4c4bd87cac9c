-- What the handlers under test do, in the order in which they did it.
CREATE TABLE effect (
    seq           bigint GENERATED ALWAYS AS IDENTITY,
    event_id      uuid   NOT NULL,
    aggregate_id  uuid   NOT NULL,
    version       bigint NOT NULL,
    traceparent   text,
    CONSTRAINT effect_pk PRIMARY KEY (seq)
);

CREATE TABLE thing (
    id    uuid NOT NULL,
    name  text NOT NULL,
    CONSTRAINT thing_pk PRIMARY KEY (id),
    CONSTRAINT thing_name_unique UNIQUE (name)
);
