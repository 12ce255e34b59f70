-- What a page says of its mission.
SELECT name, kind, lead, first_day, last_day FROM missions WHERE mission_id = :mission;
