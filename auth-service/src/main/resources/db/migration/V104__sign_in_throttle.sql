-- One row per thing that is throttled (an account on unknown devices, an account on one known device, an address). The
-- key is a keyed hash: the table tells nobody which addresses were tried.
CREATE TABLE sign_in_throttle (
    throttle_key    bytea       NOT NULL,
    failures        integer     NOT NULL DEFAULT 0,
    last_failure_at timestamptz,
    reserved        integer     NOT NULL DEFAULT 0,
    reserved_until  timestamptz,
    touched_at      timestamptz NOT NULL,
    CONSTRAINT sign_in_throttle_pk PRIMARY KEY (throttle_key),
    CONSTRAINT sign_in_throttle_counts CHECK (failures >= 0 AND reserved >= 0)
);
CREATE INDEX sign_in_throttle_touched_idx ON sign_in_throttle (touched_at);
