-- A session is one refresh token family: the newest token is the one whose generation equals the session's.
CREATE TABLE session (
    id                uuid        NOT NULL,
    account_id        uuid        NOT NULL,
    session_version   integer     NOT NULL,
    generation        integer     NOT NULL DEFAULT 1,
    device            text        NOT NULL,
    place             text        NOT NULL,
    started_at        timestamptz NOT NULL,
    -- The last call the person made; the idle limit counts from here.
    last_seen_at      timestamptz NOT NULL,
    -- The last refresh, which a forgotten browser tab also makes; it extends nothing.
    last_refreshed_at timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL,
    revoked_at        timestamptz,
    revoke_reason     text,
    version           bigint      NOT NULL DEFAULT 1,
    CONSTRAINT session_pk PRIMARY KEY (id),
    CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT session_revocation_complete CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL))
);
CREATE INDEX session_account_live_idx ON session (account_id, started_at) WHERE revoked_at IS NULL;
CREATE INDEX session_revoked_idx ON session (revoked_at) WHERE revoked_at IS NOT NULL;
CREATE INDEX session_expiry_idx ON session (expires_at);

-- Every token ever given in a live family, as SHA-256 only: an old one that comes back must be recognised.
CREATE TABLE refresh_token (
    token_hash       bytea       NOT NULL,
    session_id       uuid        NOT NULL,
    generation       integer     NOT NULL,
    rotated_at       timestamptz,
    -- The successor, sealed under a key derived from this token itself; erased after the grace of ten seconds.
    sealed_successor bytea,
    CONSTRAINT refresh_token_pk PRIMARY KEY (token_hash),
    CONSTRAINT refresh_token_generation_unique UNIQUE (session_id, generation),
    CONSTRAINT refresh_token_session_fk FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
);
CREATE INDEX refresh_token_sealed_idx ON refresh_token (rotated_at) WHERE sealed_successor IS NOT NULL;

-- Devices from which an account has signed in before; the device holds a signed cookie with device_id.
CREATE TABLE known_device (
    account_id    uuid        NOT NULL,
    device_id     uuid        NOT NULL,
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    CONSTRAINT known_device_pk PRIMARY KEY (account_id, device_id),
    CONSTRAINT known_device_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX known_device_last_seen_idx ON known_device (last_seen_at);
