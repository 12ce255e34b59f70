-- The tables that a table refers to, by which of its columns, and which columns these are there, each with a blank between.
SELECT "table", group_concat("from", ' ' ORDER BY seq), group_concat("to", ' ' ORDER BY seq)
FROM   pragma_foreign_key_list(?1)
GROUP  BY id
ORDER  BY id DESC;
