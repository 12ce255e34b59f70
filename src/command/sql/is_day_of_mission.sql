-- Whether a day is one of the mission; of any, where none is given.
SELECT EXISTS (
    SELECT 1
    FROM   mission_days
    WHERE  day = :day
    AND    (:mission IS NULL OR mission_id = :mission)
);
