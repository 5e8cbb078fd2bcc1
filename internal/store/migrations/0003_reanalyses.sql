-- +goose Up
CREATE TABLE reanalyses (
    id INTEGER PRIMARY KEY,
    extractor TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    articles BIGINT NOT NULL DEFAULT 0,
    changed BIGINT NOT NULL DEFAULT 0,
    claims_new BIGINT NOT NULL DEFAULT 0,
    claims_gone BIGINT NOT NULL DEFAULT 0,
    claims_changed BIGINT NOT NULL DEFAULT 0
);
