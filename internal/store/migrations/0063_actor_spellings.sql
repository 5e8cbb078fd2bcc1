-- +goose Up
-- What articles call an actor, folded as in actors.folded: for who is looked for by a whole name.
CREATE TABLE actor_spellings (
    name TEXT NOT NULL,
    actor BIGINT NOT NULL,
    PRIMARY KEY (name, actor)
);
CREATE INDEX actor_spellings_actor ON actor_spellings (actor);
