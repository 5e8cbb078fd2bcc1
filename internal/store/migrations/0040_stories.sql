-- +goose Up
-- Which articles tell one story, and what is traced of it.
CREATE TABLE stories (
    first INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    began BIGINT NOT NULL,
    ended BIGINT NOT NULL,
    articles INTEGER NOT NULL,
    state BLOB NOT NULL,
    stale INTEGER NOT NULL,
    trace BLOB
);
CREATE INDEX stories_ended ON stories (ended);
CREATE INDEX stories_stale ON stories (stale);
CREATE TABLE story_articles (
    article INTEGER PRIMARY KEY,
    story BIGINT NOT NULL,
    version INTEGER NOT NULL,
    exact BIGINT NOT NULL
);
CREATE INDEX story_articles_story ON story_articles (story);
CREATE INDEX story_articles_exact ON story_articles (exact);
-- Names of stories that became one with another.
CREATE TABLE story_names (
    gone TEXT PRIMARY KEY,
    first BIGINT NOT NULL
);
CREATE TABLE story_cases (
    id TEXT NOT NULL,
    story BIGINT NOT NULL,
    PRIMARY KEY (id, story)
);
CREATE INDEX story_cases_story ON story_cases (story);
-- Hashes of five words that an article has: see trace/group.
CREATE TABLE story_marks (
    mark BIGINT NOT NULL,
    article BIGINT NOT NULL
);
CREATE INDEX story_marks_mark ON story_marks (mark, article);
CREATE TABLE tracing (
    id INTEGER PRIMARY KEY,
    last BIGINT NOT NULL,
    frequencies BLOB NOT NULL
);
