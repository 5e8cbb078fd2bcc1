-- +goose Up
-- Terms are apart by blanks, and every other sign belongs to one; their rowid is the key.
CREATE VIRTUAL TABLE article_words USING fts5(terms, content='', contentless_delete=1, tokenize="ascii tokenchars '.:+~='");
CREATE VIRTUAL TABLE claim_words USING fts5(terms, content='', contentless_delete=1, tokenize="ascii tokenchars '.:+~='");
