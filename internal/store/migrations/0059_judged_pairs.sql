-- +goose Up
-- A judgement is about the reading of a claim, or about two that are the same or not: actors,
-- cases, or an actor and an article. Then article and claim name the two, title and content say
-- what they are called.
ALTER TABLE judgements ADD COLUMN about TEXT NOT NULL DEFAULT 'reading';
