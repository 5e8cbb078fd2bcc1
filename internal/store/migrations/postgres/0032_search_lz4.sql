-- +goose Up
-- +goose StatementBegin
-- Phrases and relevance unpack the terms of every hit, and lz4 unpacks in a fraction of the
-- time. A server that was built without it goes on as before; rows that are there stay as they are.
DO $$
BEGIN
    EXECUTE 'ALTER TABLE search_articles ALTER COLUMN words SET COMPRESSION lz4';
    EXECUTE 'ALTER TABLE search_claims ALTER COLUMN words SET COMPRESSION lz4';
EXCEPTION WHEN feature_not_supported OR syntax_error THEN
    RAISE NOTICE 'no lz4 here';
END
$$;
-- +goose StatementEnd
