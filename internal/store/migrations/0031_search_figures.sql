-- +goose Up
-- All that a search for figures asks for, by their greatest value.
CREATE INDEX search_quantities_most ON search_quantities (most, least, article, claim);
