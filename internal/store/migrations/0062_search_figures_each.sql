-- +goose Up
-- Words narrow the hits first; the figures of each are then looked up by their keys alone.
DROP INDEX search_quantities_most;
DROP INDEX search_quantities_claim;
CREATE INDEX search_quantities_article ON search_quantities (article, most, least);
CREATE INDEX search_quantities_claim ON search_quantities (claim, most, least);
