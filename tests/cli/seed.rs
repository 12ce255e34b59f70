//! What the report of October 2025 says, asked of the database.

use crate::harness::Place;
use mission::model::Table;

#[test]
fn the_130_flemish_entities_are_112_companies_8_organisations_and_10_universities() {
    let place = Place::with_seed();
    let stated = "SELECT ifnull(category_id, 'all'), stated_min, stated_max FROM participants_by_category
                  WHERE region_id = 'flanders' ORDER BY 1";
    assert_eq!(place.ask(stated), "all,130,130\ncompany,112,112\norganisation,8,8\nuniversity,10,10");
    let sum = "SELECT sum(count_min) FROM claims
               WHERE source_id = 'flemish-report' AND subject = 'participants' AND category_id IS NOT NULL";
    assert_eq!(place.ask(sum), "130");
}

#[test]
fn more_than_30_agreements_are_stated_for_the_mission_and_not_for_a_city() {
    let place = Place::with_seed();
    let stated = "SELECT city_id, stated, stated_min, stated_max FROM agreements_per_city WHERE stated IS NOT NULL";
    assert_eq!(place.ask(stated), "*,>30 / 60,31,");
}

#[test]
fn the_two_agreements_that_the_report_names_are_there_with_their_parties() {
    let place = Place::with_seed();
    let named = "SELECT a.agreement_id, a.kind, a.status, a.amount, a.currency, group_concat(p.party, ' + ')
                 FROM agreements AS a JOIN agreement_parties AS p USING (mission_id, agreement_id)
                 WHERE a.source_id = 'flemish-report' GROUP BY a.agreement_id ORDER BY a.agreement_id";
    assert_eq!(
        place.ask(named),
        "amazon-investment,investment,announced,>1000000000,EUR,Amazon\n\
         vito-planet-labs,partnership,signed,,,Planet Labs + VITO"
    );
}

/// Paragraph of the report, kind, and a word of the title of each of its events.
const EVENTS: [(&str, &str, &str); 31] = [
    ("par. 2", "panel", "artificial intelligence"),
    ("par. 2", "visit", "Company visit to Salesforce"),
    ("par. 2", "visit", "Planet Labs"),
    ("par. 2", "visit", "Genentech"),
    ("par. 2", "visit", "Lab126"),
    ("par. 2", "visit", "Google"),
    ("par. 2", "visit", "Microsoft"),
    ("par. 3", "meal", "Salesforce"),
    ("par. 3", "opening", "imec"),
    ("par. 3", "networking", "Leuven Alumni"),
    ("par. 4", "meal", "Power Lunch"),
    ("par. 4", "seminar", "ircular"),
    ("par. 4", "meeting", "Newsom"),
    ("par. 4", "reception", "Belgian reception"),
    ("par. 4", "meal", "nvest"),
    ("par. 5", "culture", "Legion of Honor"),
    ("par. 5", "speech", "Snapper"),
    ("par. 5", "meeting", "Rice"),
    ("par. 6", "visit", "Caviar"),
    ("par. 6", "panel", "Infinity"),
    ("par. 7", "meeting", "Bass"),
    ("par. 7", "opening", "Spiegeltent"),
    ("par. 8", "visit", "Puratos"),
    ("par. 8", "visit", "ports"),
    ("par. 8", "visit", "Southern California"),
    ("par. 8", "award", "Fayat"),
    ("par. 9", "reception", "Flemish"),
    ("par. 9", "networking", "Mixer"),
    ("par. 9", "meal", "reakfast"),
    ("par. 9", "networking", "losing"),
    ("par. 10", "journey", "Flanders"),
];

#[test]
fn every_event_of_the_report_is_there_once() {
    let place = Place::with_seed();
    for (paragraph, kind, word) in EVENTS {
        let found = format!(
            "SELECT count(*) FROM events WHERE source_id = 'flemish-report' AND kind = '{kind}'
             AND (locator = '{paragraph}' OR locator LIKE '{paragraph};%') AND title LIKE '%{word}%'"
        );
        assert_eq!(place.ask(&found), "1", "{paragraph} {kind} {word}");
    }
    assert_eq!(place.ask("SELECT count(*) FROM events WHERE source_id = 'flemish-report'"), EVENTS.len().to_string());
}

#[test]
fn an_event_of_no_known_day_lies_in_a_window_of_its_leg_of_the_journey() {
    let place = Place::with_seed();
    let windows = "SELECT first_day, last_day, count(*) FROM events
                   WHERE source_id = 'flemish-report' AND date_basis = 'window' GROUP BY 1, 2 ORDER BY 1";
    assert_eq!(place.ask(windows), "2025-10-04,2025-10-08,13\n2025-10-08,2025-10-11,12");
    assert_eq!(place.ask("SELECT count(*) FROM events WHERE first_day IS NULL"), "0");
}

#[test]
fn who_declined_or_only_organised_is_no_participant_and_a_demonstration_is_no_agreement() {
    let place = Place::with_seed();
    let declined = "SELECT count(*) FROM participants WHERE name IN ('UGent', 'VUB') OR name LIKE 'CREF%'
                    OR name IN ('Flanders Investment & Trade', 'AWEX', 'hub.brussels', 'BelWest', 'FPS Foreign Affairs')";
    assert_eq!(place.ask(declined), "0");
    assert_eq!(place.ask("SELECT count(*) FROM agreement_parties WHERE party LIKE '%Police%'"), "0");
    let planned =
        "SELECT count(*) FROM agreements WHERE source_id = 'aktus-walloon-delegation' AND status <> 'planned'";
    assert_eq!(place.ask(planned), "0");
}

#[test]
fn every_row_names_its_source_and_the_rows_of_the_report_their_paragraph() {
    let place = Place::with_seed();
    let has = |table: &Table, name: &str| table.columns().iter().any(|column| column.name == name);
    for table in Table::ALL.iter().filter(|table| has(table, "source_id") && has(table, "locator")).map(|it| it.name())
    {
        let bare = format!(
            "SELECT count(*) FROM {table} WHERE source_id = 'flemish-report' AND ifnull(locator, '') NOT GLOB 'par. [0-9]*'"
        );
        assert_eq!(place.ask(&bare), "0", "{table}");
    }
}
