-- Every row of a table whose key points to nothing: its number in the file, the table it points to, and the
-- column that tells which row is meant (the last of the columns that make up the reference).
SELECT v.rowid  AS number,
       v.parent AS parent,
       (SELECT f."from"
        FROM   pragma_foreign_key_list(:table) AS f
        WHERE  f.id = v.fkid
        ORDER  BY f.seq DESC
        LIMIT  1) AS column
FROM   pragma_foreign_key_check(:table) AS v
ORDER  BY number, column;
