-- +goose Up
-- Articles that share text though they stand in different stories.
CREATE TABLE story_apart (
    article BIGINT NOT NULL,
    earlier BIGINT NOT NULL,
    PRIMARY KEY (article, earlier)
);
CREATE INDEX story_apart_earlier ON story_apart (earlier);
-- They are seen when an article is placed, so all are placed anew.
INSERT INTO story_names (gone, first) SELECT id, first FROM stories WHERE id NOT IN (SELECT gone FROM story_names);
DELETE FROM stories;
DELETE FROM story_articles;
DELETE FROM story_cases;
DELETE FROM story_marks;
DELETE FROM story_unions;
DELETE FROM tracing;
