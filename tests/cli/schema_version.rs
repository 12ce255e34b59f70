//! The version of the schema: a changed schema has a new one, and a file of another one is told as such.

use crate::harness::{Place, Ran, root};
use mission::db::SCHEMA;
use sha2::{Digest, Sha256};
use std::fs;

/// One line for each version that there was: its number, and the SHA-256 of its `schema.sql`.
const VERSIONS: &str = "tests/cli/golden/schema/versions.txt";

#[test]
fn a_changed_schema_has_a_version_of_its_own() {
    let path = root().join(VERSIONS);
    let mut listed = fs::read_to_string(&path).unwrap();
    let pragma = SCHEMA.lines().find(|line| line.starts_with("PRAGMA user_version")).unwrap();
    let version = pragma.split(['=', ';']).nth(1).unwrap().trim();
    let fingerprint: String = Sha256::digest(SCHEMA).iter().map(|byte| format!("{byte:02x}")).collect();
    let current = format!("{version} {fingerprint}");
    let is_listed = listed.lines().any(|line| line.split(' ').next() == Some(version));
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !is_listed {
        listed.push_str(&format!("{current}\n"));
        fs::write(&path, &listed).unwrap();
    }
    assert_eq!(
        listed.lines().last(),
        Some(current.as_str()),
        "schema.sql is not the one of version {version}: raise PRAGMA user_version in it and SCHEMA_VERSION in src/db, \
         then run with UPDATE_GOLDEN=1; as long as version {version} is not released, write this line in {VERSIONS} \
         instead of its own"
    );
}

/// A database of the version that was before, which has neither the views nor the columns of this one.
fn place_with_version(version: i64) -> Place {
    let place = Place::with_seed();
    let conn = rusqlite::Connection::open(place.path("mission.db")).unwrap();
    for view in ["report_notes", "missions_overview", "events_per_day", "agreements_per_city", "listed_rows"] {
        conn.execute_batch(&format!("DROP VIEW {view}")).unwrap();
    }
    conn.execute_batch(&format!("PRAGMA user_version = {version}")).unwrap();
    place
}

#[test]
fn every_command_tells_a_database_of_another_version_as_such() {
    for (version, age) in [(1, "an older"), (1000, "a newer")] {
        let place = place_with_version(version);
        let help = place.run(&["--help"]).stdout;
        let commands = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
        for command in commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()) {
            let arguments: &[&str] = match command {
                "" | "new" | "import" | "init" | "explain" | "help" => continue,
                "summary" | "check" | "schema" => &[],
                "report" => &["events"],
                "page" => &["-o", "page.html"],
                "diff" => &["mission.db", "mission.db"],
                "export" => &["claims"],
                "query" => &["SELECT * FROM listed_rows"],
                other => panic!("say how `{other}` is run on a database, or that it opens none"),
            };
            assert_eq!(
                place.run(&[&[command], arguments].concat()),
                Ran::failed(
                    2,
                    &format!(
                        "error: mission.db was built by {age} version of mission\n  hint: run `mission init` again on its data folder\n"
                    )
                ),
                "{command}"
            );
        }
    }
}

#[test]
fn a_database_of_another_version_is_built_again_without_force() {
    let place = place_with_version(1);
    assert_eq!(place.run(&["init", "-q"]).code, Some(0));
    assert_eq!(place.run(&["report", "events", "-f", "csv"]).code, Some(0));
}
