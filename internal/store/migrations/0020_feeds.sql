-- +goose Up
CREATE TABLE feeds (
    number INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    depth BIGINT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    paused BOOLEAN NOT NULL DEFAULT FALSE,
    added_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    tried_at BIGINT NOT NULL DEFAULT 0,
    fetched_at BIGINT NOT NULL DEFAULT 0,
    every BIGINT NOT NULL DEFAULT 0,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    failures BIGINT NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX feeds_due ON feeds (due_at);

-- What a feed has named. due_at is 0 where nothing is left to be done.
CREATE TABLE feed_items (
    feed BIGINT NOT NULL REFERENCES feeds (number) ON DELETE CASCADE,
    key BLOB NOT NULL,
    hash BLOB NOT NULL,
    address TEXT NOT NULL,
    host TEXT NOT NULL,
    item TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (feed, key)
);
CREATE INDEX feed_items_due ON feed_items (due_at) WHERE due_at > 0;

-- Whose turn it is to ask a host, and when it may be asked again.
CREATE TABLE feed_hosts (
    host TEXT NOT NULL PRIMARY KEY,
    claimed_by TEXT NOT NULL,
    claimed_until BIGINT NOT NULL,
    next_at BIGINT NOT NULL
);
