-- Accounts: who may sign in. The address is kept as written for mail, and compared by email_key, the one normal form
-- that the service derives (NFC, lower case), so that database and throttle agree on what "the same address" means.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE account (
    id              uuid        NOT NULL,
    email           text        NOT NULL,
    email_key       text        NOT NULL,
    full_name       text        NOT NULL,
    phone           text,
    date_of_birth   date,
    locale          text        NOT NULL,
    time_zone       text        NOT NULL,
    roles           text[]      NOT NULL,
    status          text        NOT NULL,
    verified_at     timestamptz,
    -- Rises whenever every session of the account must end; a session older than it is dead.
    session_version integer     NOT NULL DEFAULT 1,
    version         bigint      NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_email_unique UNIQUE (email_key),
    CONSTRAINT account_email_bounded CHECK (char_length(email) BETWEEN 3 AND 254),
    CONSTRAINT account_status_known CHECK (status IN ('active', 'disabled')),
    CONSTRAINT account_roles_known
        CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['patient', 'doctor', 'receptionist', 'admin'])
);

-- The administrators' search by a part of the name or the address.
CREATE INDEX account_search_idx ON account USING gin (lower(full_name) gin_trgm_ops, email_key gin_trgm_ops);
-- Its order when nothing is searched for.
CREATE INDEX account_created_idx ON account (created_at, id);
-- "Is this the last administrator?"
CREATE INDEX account_admins_idx ON account (id) WHERE 'admin' = ANY (roles) AND status = 'active';

CREATE TABLE credential (
    account_id uuid        NOT NULL,
    algorithm  text        NOT NULL,
    cost       integer     NOT NULL,
    pepper_id  text        NOT NULL,
    hash       text        NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT credential_pk PRIMARY KEY (account_id),
    CONSTRAINT credential_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT credential_cost_bounded CHECK (cost BETWEEN 4 AND 31)
);
