-- +goose Up
INSERT INTO actor_spellings (name, actor)
SELECT DISTINCT s.name, a.number FROM actors a, unnest(string_to_array(a.folded, '|')) AS s(name)
WHERE s.name <> '' AND octet_length(s.name) <= 400;
