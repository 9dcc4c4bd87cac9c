-- Verifications and password resets. Their tokens are derived from the id and a secret of the service and stand in no
-- table: a stolen copy of the database opens no account.

-- A verification keeps what was typed at *its* registration: whoever follows the link gets the password and the name of
-- the registration that caused this very mail, not those of someone who registered the address before.
CREATE TABLE email_verification (
    id            uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    requested_at  timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    consumed_at   timestamptz,
    full_name     text        NOT NULL,
    phone         text,
    date_of_birth date,
    locale        text        NOT NULL,
    time_zone     text        NOT NULL,
    algorithm     text        NOT NULL,
    cost          integer     NOT NULL,
    pepper_id     text        NOT NULL,
    hash          text        NOT NULL,
    CONSTRAINT email_verification_pk PRIMARY KEY (id),
    CONSTRAINT email_verification_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX email_verification_account_idx ON email_verification (account_id, requested_at);
CREATE INDEX email_verification_expiry_idx ON email_verification (expires_at);

CREATE TABLE password_reset (
    id           uuid        NOT NULL,
    account_id   uuid        NOT NULL,
    requested_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    consumed_at  timestamptz,
    CONSTRAINT password_reset_pk PRIMARY KEY (id),
    CONSTRAINT password_reset_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX password_reset_account_idx ON password_reset (account_id, requested_at);
CREATE INDEX password_reset_expiry_idx ON password_reset (expires_at);
