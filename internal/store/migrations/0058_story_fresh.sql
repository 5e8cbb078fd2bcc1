-- +goose Up
-- How many texts a story has of the day of its last article: what is new in it. Tracing counts them,
-- so all stories are traced again.
ALTER TABLE stories ADD COLUMN fresh INTEGER NOT NULL DEFAULT 0;
UPDATE stories SET fresh = articles, stale = 1;
CREATE INDEX stories_fresh ON stories ((ended / 86400), fresh, ended);
