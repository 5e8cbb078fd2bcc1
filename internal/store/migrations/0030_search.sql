-- +goose Up
-- What search.go looks through. A key is made of a time and a number: see search_key.go.
CREATE TABLE search_articles (
    key INTEGER PRIMARY KEY
);

CREATE TABLE search_claims (
    key INTEGER PRIMARY KEY,
    act TEXT NOT NULL,
    origin TEXT NOT NULL
);

-- Bounds of figures; claim is the key of the claim that one stands in, or 0.
CREATE TABLE search_quantities (
    article BIGINT NOT NULL,
    place BIGINT NOT NULL,
    claim BIGINT NOT NULL,
    least DOUBLE PRECISION NOT NULL,
    most DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (article, place)
);
CREATE INDEX search_quantities_claim ON search_quantities (claim);
