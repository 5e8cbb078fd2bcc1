-- +goose Up
ALTER TABLE search_articles ADD COLUMN words TSVECTOR NOT NULL;
ALTER TABLE search_claims ADD COLUMN words TSVECTOR NOT NULL;
CREATE INDEX search_articles_words ON search_articles USING GIN (words);
CREATE INDEX search_claims_words ON search_claims USING GIN (words);
