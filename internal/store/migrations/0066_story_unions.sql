-- +goose Up
-- Which stories became one with another, when, with which article and by what words. The name of a
-- story that is gone leads to the story that its first article is in.
CREATE TABLE story_unions (
    gone TEXT PRIMARY KEY,
    story BIGINT NOT NULL,
    title TEXT NOT NULL,
    article BIGINT NOT NULL,
    words TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    place INTEGER NOT NULL
);
CREATE INDEX story_unions_story ON story_unions (story);
-- What a list of stories shows of each.
ALTER TABLE stories ADD COLUMN summary BLOB;
-- Stories are told apart in another way, and by other words: all articles are placed anew.
INSERT INTO story_names (gone, first) SELECT id, first FROM stories WHERE id NOT IN (SELECT gone FROM story_names);
DELETE FROM stories;
DELETE FROM story_articles;
DELETE FROM story_cases;
DELETE FROM story_marks;
DELETE FROM tracing;
