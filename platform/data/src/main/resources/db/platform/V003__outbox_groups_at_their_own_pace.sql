-- For which of the pending groups the entry in the stream is meant: each group is at its own place in an aggregate's events, and
-- one that is away holds up nobody else.
ALTER TABLE outbox ADD COLUMN offered_groups text[] NOT NULL DEFAULT '{}';
