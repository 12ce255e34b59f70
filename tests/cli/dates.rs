//! Dates that are not ISO 8601: one order for a whole data folder, and never a guess.

use crate::harness::{Place, Ran, root, tables_of_seed};
use std::fs;

/// A copy of the seed whose days are written in another way.
fn with_days_as(write: fn(year: &str, month: &str, day: &str) -> String) -> Place {
    let place = Place::with_copy_of_seed();
    for entry in place.path("data").read_dir().unwrap() {
        let path = entry.unwrap().path();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&path).unwrap();
        let mut writer = csv::Writer::from_writer(Vec::new());
        for record in reader.records() {
            writer
                .write_record(record.unwrap().iter().map(|cell| match cell.split('-').collect::<Vec<_>>().as_slice() {
                    [year, month, day] if cell.len() == 10 && year.parse::<u16>().is_ok() => write(year, month, day),
                    _ => cell.to_owned(),
                }))
                .unwrap();
        }
        fs::write(path, writer.into_inner().unwrap()).unwrap();
    }
    place
}

fn day_first(year: &str, month: &str, day: &str) -> String {
    format!("{}/{month}/{year}", day.trim_start_matches('0'))
}

fn month_first(year: &str, month: &str, day: &str) -> String {
    format!("{month}/{day}/{year}")
}

/// A data folder of one mission with its days as given.
fn mission(first_day: &str, last_day: &str) -> Place {
    let place = Place::empty();
    fs::create_dir(place.path("data")).unwrap();
    fs::write(place.path("data/sources.csv"), "source_id,title\ns,A page\n").unwrap();
    let header = "mission_id,name,first_day,last_day,source_id";
    fs::write(place.path("data/missions.csv"), format!("{header}\nm,A mission,{first_day},{last_day},s\n")).unwrap();
    place
}

#[test]
fn one_date_that_can_be_read_in_one_way_only_decides_for_all() {
    let dashes = |year: &str, month: &str, day: &str| format!("{day}-{month}-{year}");
    let dots = |year: &str, month: &str, day: &str| format!("{}.{month}.{year}", day.trim_start_matches('0'));
    let ways = [(day_first as fn(&_, &_, &_) -> _, "day"), (month_first, "month"), (dashes, "day"), (dots, "day")];
    for (write, order) in ways {
        let place = with_days_as(write);
        let ran = place.run(&["init", "data"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("notice[N103]: dates are read {order} first, as `")), "{}", ran.stderr);
        place.run(&["export", "--to", "again"]);
        for entry in tables_of_seed() {
            let name = entry.file_name();
            let seed = fs::read_to_string(root().join("seed").join(&name)).unwrap();
            assert_eq!(fs::read_to_string(place.path("again").join(&name)).unwrap(), seed);
        }
    }
}

#[test]
fn without_a_proof_the_command_line_must_tell_the_order() {
    let place = mission("04/10/2025", "11/10/2025");
    let expected = "error: missions.csv:2:13: `04/10/2025` may be day first or month first, and no date of the data \
                    folder tells\n  hint: say which with --dates day-first or --dates month-first\n";
    assert_eq!(place.run(&["init", "data"]), Ran::failed(2, expected));
    assert!(!place.path("mission.db").exists());
    let days = "SELECT first_day, last_day FROM missions";
    assert_eq!(place.run(&["init", "-q", "data", "--dates", "day-first"]).code, Some(0));
    assert_eq!(place.ask(days), "2025-10-04,2025-10-11");
    let ran = place.run(&["init", "data", "--dates", "month-first"]);
    assert_eq!(place.ask(days), "2025-04-10,2025-11-10");
    let told = "missions.csv:2:13: notice[N103]: dates are read month first, as --dates says\n";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
}

#[test]
fn where_files_use_semicolons_or_decimal_commas_the_day_comes_first() {
    let why = "notice[N103]: dates are read day first, as is usual where files use semicolons or decimal commas\n";
    let semicolons = mission("04/10/2025", "11/10/2025");
    let text = fs::read_to_string(semicolons.path("data/missions.csv")).unwrap();
    fs::write(semicolons.path("data/missions.csv"), text.replace(',', ";")).unwrap();
    let commas = mission("04/10/2025", "11/10/2025");
    let cities = "city_id,name,country,latitude,longitude\nghent,Ghent,BE,\"51,05\",\"3,72\"\n";
    fs::write(commas.path("data/cities.csv"), cities).unwrap();
    for place in [semicolons, commas] {
        let ran = place.run(&["init", "data"]);
        assert_eq!(ran.code, Some(0));
        assert!(ran.stderr.contains(why), "{}", ran.stderr);
        assert_eq!(place.ask("SELECT first_day, last_day FROM missions"), "2025-10-04,2025-10-11");
    }
}

#[test]
fn dates_that_contradict_each_other_are_defects() {
    let place = mission("13/10/2025", "10/14/2025");
    let expected = "missions.csv:2:24: error[E212]: `10/14/2025` is not day first, as `13/10/2025` in \
                    missions.csv:2:13 is; one of the two is wrong\n  |\n\
                    2 | m,A mission,13/10/2025,10/14/2025,s\n  |                        ^^^^^^^^^^\n\n\
                    1 defect; nothing was written, mission.db is as it was\n";
    assert_eq!(place.run(&["init", "data"]), Ran::failed(1, expected));
    let ran = place.run(&["init", "data", "--dates", "month-first"]);
    let told = "missions.csv:2:13: error[E212]: `13/10/2025` is not month first, as `10/14/2025` in missions.csv:2:24";
    assert!(ran.stderr.starts_with(told), "{}", ran.stderr);
    let ran = mission("13/10/2025", "").run(&["init", "data", "--dates", "month-first"]);
    let told = "missions.csv:2:13: error[E212]: `13/10/2025` is not month first, as --dates says that dates are\n";
    assert!(ran.stderr.starts_with(told), "{}", ran.stderr);
}

#[test]
fn a_day_that_does_not_exist_is_a_defect_in_every_notation() {
    for day in ["31/02/2025", "13/13/2025", "30-02-2025", "4/10/25", "2025-02-30", "4/10/2025 0:00"] {
        let ran = mission(day, "13/10/2025").run(&["init", "data"]);
        assert_eq!(ran.code, Some(1), "{day}");
        let told = format!("missions.csv:2:13: error[E203]: first_day: `{day}` is not a day of the calendar");
        assert!(ran.stderr.starts_with(&told), "{}", ran.stderr);
    }
}

#[test]
fn a_column_of_days_whose_name_has_a_character_that_nobody_sees_tells_the_order_as_well() {
    for unseen in ['\u{200b}', '\u{feff}', '\u{ad}'] {
        let place = mission("4/10/2025", "5/10/2025");
        let events = format!("event_id,title,kind,first_day{unseen},source_id\ne,E,visit,13/10/2025,s\n");
        fs::write(place.path("data/events.csv"), events).unwrap();
        let ran = place.run(&["init", "data", "-q"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        assert_eq!(place.ask("SELECT first_day FROM missions"), "2025-10-04");
    }
}
