-- The columns of all tables and views.
SELECT DISTINCT c.name
FROM   sqlite_schema AS t
JOIN   pragma_table_info(t.name) AS c
WHERE  t.type IN ('table', 'view')
ORDER  BY c.name;
