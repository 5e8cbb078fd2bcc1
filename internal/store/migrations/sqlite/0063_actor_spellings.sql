-- +goose Up
INSERT INTO actor_spellings (name, actor)
WITH RECURSIVE cut (name, rest, actor) AS (
    SELECT '', folded || '|', number FROM actors
    UNION ALL
    SELECT substr(rest, 1, instr(rest, '|') - 1), substr(rest, instr(rest, '|') + 1), actor FROM cut WHERE rest <> ''
)
SELECT DISTINCT name, actor FROM cut WHERE name <> '' AND length(CAST(name AS BLOB)) <= 400;
