-- +goose Up
-- Who and what articles name, joined over them.
CREATE TABLE actors (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    articles INTEGER NOT NULL,
    state BLOB NOT NULL,
    same_as BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX actors_articles ON actors (articles);
CREATE INDEX actors_same_as ON actors (same_as);
CREATE TABLE actor_keys (
    key BIGINT NOT NULL,
    actor BIGINT NOT NULL,
    PRIMARY KEY (key, actor)
);
CREATE TABLE actor_sightings (
    article BIGINT NOT NULL,
    entity TEXT NOT NULL,
    actor BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (article, entity)
);
CREATE INDEX actor_sightings_actor ON actor_sightings (actor, article);
-- Articles that were read anew since their actors were joined, or of which a person said so.
CREATE TABLE actor_stale (
    article BIGINT PRIMARY KEY
);
CREATE TABLE actor_joining (
    id INTEGER PRIMARY KEY,
    turn BIGINT NOT NULL,
    last BIGINT NOT NULL,
    frequencies BLOB NOT NULL
);
-- Identifiers of actors that became part of others.
CREATE TABLE actor_names (
    gone TEXT PRIMARY KEY,
    actor BIGINT NOT NULL
);
CREATE INDEX actor_names_actor ON actor_names (actor);
CREATE INDEX actor_keys_actor ON actor_keys (actor);
