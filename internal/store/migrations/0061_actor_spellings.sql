-- +goose Up
-- Who is called by a name is asked with every link that names somebody.
CREATE INDEX actor_sightings_name ON actor_sightings (name);
