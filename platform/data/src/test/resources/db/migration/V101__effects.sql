-- What the handlers under test do, in the order in which they did it.
CREATE TABLE effect (
    seq           bigint GENERATED ALWAYS AS IDENTITY,
    event_id      uuid   NOT NULL,
    aggregate_id  uuid   NOT NULL,
    version       bigint NOT NULL,
    CONSTRAINT effect_pk PRIMARY KEY (seq)
);
