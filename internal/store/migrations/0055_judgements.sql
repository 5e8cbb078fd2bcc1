-- +goose Up
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    article TEXT NOT NULL,
    title TEXT NOT NULL,
    claim TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    chain TEXT NOT NULL,
    verdict TEXT NOT NULL,
    by_user TEXT NOT NULL,
    at BIGINT NOT NULL,
    undone_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX judgements_article ON judgements (article, undone_at);
