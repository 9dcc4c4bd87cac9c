-- What happened to access: sign-ins, failures, changes of roles and passwords. Rows are only ever inserted; the trigger
-- holds even for the role that owns the table.
CREATE TABLE audit_event (
    id          uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    action      text        NOT NULL,
    actor_id    uuid,
    subject_id  uuid,
    session_id  uuid,
    place       text,
    detail      text,
    CONSTRAINT audit_event_pk PRIMARY KEY (id)
);
CREATE INDEX audit_event_time_idx ON audit_event (occurred_at DESC, id);
CREATE INDEX audit_event_subject_idx ON audit_event (subject_id, occurred_at DESC);

CREATE FUNCTION audit_event_is_insert_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_event is insert-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_is_insert_only();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_is_insert_only();
