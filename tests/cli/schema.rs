//! `mission schema`, and the three places that must agree: CREATE TABLE, record, CSV.

use crate::harness::{Place, golden, root};
use mission::model::Table;
use std::fs;

#[test]
fn tables_and_columns_are_described_as_blessed() {
    let place = Place::with_seed();
    golden("schema/all.txt", &place.run(&["schema"]).stdout);
    golden("schema/agreements.txt", &place.run(&["schema", "agreements"]).stdout);
    golden("schema/claim_verdicts.txt", &place.run(&["schema", "claim_verdicts"]).stdout);
}

#[test]
fn schema_record_and_csv_of_every_table_have_the_same_columns() {
    let place = Place::with_seed();
    for table in Table::ALL {
        let name = table.name();
        let of_record: Vec<String> = table
            .columns()
            .iter()
            .flat_map(|column| column.endings.iter().map(|ending| format!("{}{ending}", column.name)))
            .collect();
        let described = place.run(&["schema", name, "-f", "jsonl"]).stdout;
        let in_database: Vec<String> = described
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["column"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(in_database, of_record, "{name}");
        for data in ["seed", "examples/belgian-missions"] {
            let text = fs::read_to_string(root().join(data).join(format!("{name}.csv"))).unwrap();
            let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
            let of_record: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
            assert_eq!(header, of_record, "{data}/{name}.csv");
        }
    }
}

#[test]
fn a_column_may_be_empty_in_the_record_exactly_when_it_may_be_null_in_the_schema() {
    let place = Place::with_seed();
    for table in Table::ALL {
        let described = place.run(&["schema", table.name(), "-f", "csv"]).stdout;
        for column in table.columns() {
            let line = described.lines().find(|line| line.starts_with(&format!("{},", column.name))).unwrap();
            assert_eq!(line.contains("may be NULL"), column.optional, "{}.{}", table.name(), column.name);
        }
    }
}

#[test]
fn every_column_of_every_table_and_view_says_what_it_means() {
    let place = Place::with_seed();
    let names = place.ask("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name");
    for name in names.lines() {
        let described = place.run(&["schema", name, "-f", "csv"]).stdout;
        assert!(described.lines().count() > 1, "{name}");
        for line in described.lines() {
            assert!(!line.ends_with(','), "{name}: {line}");
        }
    }
}
