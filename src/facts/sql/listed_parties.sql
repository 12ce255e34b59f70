-- The categories and regions that the agreements of a mission have at least.
SELECT DISTINCT agreement_id, category_id, region_id
FROM   listed_parties
WHERE  mission_id = :mission
ORDER  BY agreement_id, category_id, region_id;
