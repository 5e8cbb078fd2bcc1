-- +goose Up
-- Which stories were seen to be two, when, and what each of the two is about. A story that parted from
-- another has a name of its own; both keep what is told here, whatever they later become part of.
CREATE TABLE story_partings (
    story BIGINT NOT NULL,
    parted BIGINT NOT NULL,
    story_id TEXT NOT NULL,
    parted_id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    stayed TEXT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX story_partings_story ON story_partings (story);
CREATE INDEX story_partings_parted ON story_partings (parted);
