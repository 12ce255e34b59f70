//! What is certain and possible of the listed rows: the view, what is stored of it, and what the reports show.

use crate::harness::Place;

/// Each recount says the same in other words than the schema, and yields no row where both agree.
const RECOUNTS: [(&str, &str); 6] = [
    (
        "listed_participants, of which no two rows are likely the same",
        "SELECT mission_id, region_id, category_id, count(*) FILTER (WHERE certain), count(*)
         FROM   listed_rows WHERE subject = 'participants' GROUP BY 1, 2, 3
         EXCEPT SELECT mission_id, region_id, category_id, listed_min, listed_max FROM listed_participants",
    ),
    (
        "listed_participants, the other way around",
        "SELECT mission_id, region_id, category_id, listed_min, listed_max FROM listed_participants
         EXCEPT
         SELECT mission_id, region_id, category_id, count(*) FILTER (WHERE certain), count(*)
         FROM   listed_rows WHERE subject = 'participants' GROUP BY 1, 2, 3",
    ),
    (
        "rows and titles",
        "SELECT mission_id, subject, row_id, title FROM listed_rows
         EXCEPT SELECT * FROM (SELECT mission_id, 'participants', participant_id, name FROM participants
                               UNION ALL SELECT mission_id, 'agreements', agreement_id, title FROM agreements
                               UNION ALL SELECT mission_id, 'events', event_id, title FROM events)",
    ),
    (
        "what is certain, and on which days",
        "SELECT r.mission_id, r.row_id
         FROM   listed_rows AS r
         LEFT   JOIN agreements AS a ON r.subject = 'agreements' AND a.mission_id = r.mission_id AND a.agreement_id = r.row_id
         LEFT   JOIN events     AS e ON r.subject = 'events'     AND e.mission_id = r.mission_id AND e.event_id = r.row_id
         LEFT   JOIN participants AS p ON r.subject = 'participants' AND p.mission_id = r.mission_id AND p.participant_id = r.row_id
         JOIN   missions AS m ON m.mission_id = r.mission_id
         WHERE  r.certain IS NOT iif(a.status = 'planned' OR p.status = 'announced', 0, 1)
         OR     r.in_mission IS NOT CASE
                                        WHEN r.every_day IS NULL OR m.last_day IS NULL THEN 1
                                        WHEN r.every_day = 1 THEN r.last_day >= m.first_day AND r.first_day <= m.last_day
                                        ELSE r.first_day >= m.first_day AND r.last_day <= m.last_day
                                    END
         OR     r.every_day IS NOT CASE coalesce(a.date_basis, e.date_basis)
                                       WHEN 'stated' THEN 1
                                       WHEN 'window' THEN coalesce(a.first_day, e.first_day) IS coalesce(a.last_day, e.last_day)
                                   END",
    ),
    (
        "the report agreements",
        "SELECT v.mission_id, v.city_id, v.listed_min, v.listed_max
         FROM   agreements_per_city AS v
         WHERE  (v.listed_min, v.listed_max) IS NOT (
                    SELECT coalesce(sum(a.certain AND a.in_mission AND (v.city_id = '*' OR a.city_id IS v.city_id)), 0),
                           coalesce(sum(v.city_id = '*' OR a.city_id IS NULL OR a.city_id IS v.city_id), 0)
                    FROM   listed_rows AS a
                    WHERE  a.mission_id = v.mission_id AND a.subject = 'agreements')",
    ),
    (
        "the report events",
        "SELECT v.mission_id, v.day, v.certain, v.possible
         FROM   events_per_day AS v
         WHERE  (v.certain, v.certain + v.possible) IS NOT (
                    SELECT count(*) FILTER (WHERE r.every_day AND v.day BETWEEN r.first_day AND r.last_day),
                           count(*) FILTER (WHERE r.every_day IS NULL OR v.day BETWEEN r.first_day AND r.last_day)
                    FROM   listed_rows AS r
                    WHERE  r.mission_id = v.mission_id AND r.subject = 'events')",
    ),
];

#[test]
fn what_is_stored_and_shown_of_the_listed_rows_is_what_a_recount_yields() {
    for place in [Place::with_seed(), Place::with_data("examples/belgian-missions")] {
        for (what, recount) in RECOUNTS {
            assert_eq!(place.ask(recount), "", "{what}");
        }
        let counted = "SELECT (SELECT count(*) FROM listed_rows) - (SELECT count(*) FROM participants)
                              - (SELECT count(*) FROM agreements) - (SELECT count(*) FROM events) AS missing";
        assert_eq!(place.ask(counted), "0");
    }
}

/// The rows of one mission must be found by their key, however many missions there are.
#[test]
fn the_rows_of_one_mission_are_found_without_looking_at_those_of_others() {
    let place = Place::with_seed();
    let conn = rusqlite::Connection::open(place.path("mission.db")).unwrap();
    for sql in [
        "SELECT * FROM listed_rows WHERE mission_id = ?1 AND subject = ?2 ORDER BY row_id",
        "SELECT * FROM listed_parties WHERE mission_id = ?1",
        "SELECT * FROM participants_by_category WHERE mission_id = ?1",
        "SELECT * FROM events_per_day WHERE mission_id = ?1",
        "SELECT * FROM missions_overview WHERE mission_id = ?1",
        "SELECT * FROM report_notes WHERE report = ?2 AND mission_id = ?1",
    ] {
        let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let mut steps = plan.raw_query();
        while let Some(step) = steps.next().unwrap() {
            let step: String = step.get("detail").unwrap();
            let scanned = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
            let tables = ["participants", "agreements", "agreement_parties", "events", "listed_participants"];
            assert!(!scanned.is_some_and(|name| tables.contains(&name)), "{sql}: {step}");
        }
    }
}
