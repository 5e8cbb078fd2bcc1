-- +goose Up
CREATE TABLE outlets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT ''
);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    address TEXT NOT NULL,
    media TEXT NOT NULL,
    fetched_at BIGINT NOT NULL,
    size BIGINT NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source_id TEXT NOT NULL,
    outlet BIGINT REFERENCES outlets (id),
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    published TEXT NOT NULL,
    modified TEXT NOT NULL,
    fetched TEXT NOT NULL,
    language TEXT NOT NULL,
    time BIGINT NOT NULL,
    version BIGINT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX articles_time ON articles (time, number);
CREATE INDEX articles_outlet ON articles (outlet, time, number);

CREATE TABLE versions (
    article BIGINT NOT NULL REFERENCES articles (number),
    version BIGINT NOT NULL,
    hash BLOB NOT NULL,
    title TEXT NOT NULL,
    body BLOB NOT NULL,
    modified TEXT NOT NULL,
    fetched TEXT NOT NULL,
    document BIGINT REFERENCES documents (id),
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (article, version)
);

CREATE TABLE analyses (
    article INTEGER PRIMARY KEY REFERENCES articles (number),
    version BIGINT NOT NULL,
    extractor TEXT NOT NULL,
    claims BIGINT NOT NULL,
    analysis BLOB NOT NULL
);
