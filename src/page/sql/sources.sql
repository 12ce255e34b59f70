-- Sources in the words of schema.org. What stands in square brackets is no title.
SELECT 'CreativeWork' AS "@type", '#source-' || source_id AS "@id",
       CASE WHEN title NOT LIKE '[%' THEN title END AS name,
       CASE WHEN title LIKE '[%' THEN title END     AS description,
       url, publisher AS "publisher.name", published_on AS "datePublished", language AS "inLanguage"
FROM   sources
