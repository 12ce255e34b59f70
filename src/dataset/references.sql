-- Every row whose key points to nothing: its table, its number in the file, the table it points to, and
-- the column that tells which row is meant (the last of the columns that make up the reference).
SELECT v."table" AS child,
       v.rowid   AS number,
       v.parent  AS parent,
       (SELECT f."from"
        FROM   pragma_foreign_key_list(v."table") AS f
        WHERE  f.id = v.fkid
        ORDER  BY f.seq DESC
        LIMIT  1) AS column
FROM   pragma_foreign_key_check AS v
ORDER  BY child, number, column;
