//! Every claim of every mission judged, once for all, while the database is built; readers only read.
//!
//! Two threads: SQLite gives and takes rows in one only, and judging them is as much work as reading and storing them.

use super::findings::{FoundRows, findings};
use crate::db;
use crate::error::Error;
use crate::facts::{Names, facts_of, names};
use crate::language::Language;
use rusqlite::{Connection, params_from_iter};
use std::sync::mpsc::{channel, sync_channel};
use std::thread::{self, Builder};

/// The languages that findings are stored in: what is told of a claim needs everything that is known of its mission.
const LANGUAGES: [Language; 3] = [Language::En, Language::Nl, Language::Fr];

/// How many missions may wait to be judged; a mission may be large.
const WAITING: usize = 4;

/// Judges every claim of every mission, and stores verdicts, contradictions, what follows and what is stated of each
/// scope.
pub fn judge_all(conn: &Connection) -> Result<(), Error> {
    let [en, nl, fr] = LANGUAGES.map(|language| names(conn, language));
    let names: &[Names; 3] = &[en?, nl?, fr?];
    let missions = &db::texts(conn, "SELECT mission_id FROM missions ORDER BY mission_id", [])?;
    let (known, to_judge) = sync_channel(WAITING);
    // Without a bound, so that neither thread ever waits for the other to take what it has: the other channel has one.
    let (found, to_store) = channel();
    thread::scope(move |scope| {
        let judge = move || to_judge.into_iter().try_for_each(|known| found.send(findings(known, names)));
        Builder::new().spawn_scoped(scope, judge).map_err(Error::no_thread)?;
        for mission in missions {
            // Nobody takes it only where the other thread panicked, which this one does in turn.
            let _ = known.send((mission.as_str(), facts_of(conn, mission)?));
            to_store.try_iter().try_for_each(|rows| store(conn, rows))?;
        }
        drop(known);
        to_store.into_iter().try_for_each(|rows| store(conn, rows))
    })
}

fn store(conn: &Connection, rows: FoundRows) -> Result<(), Error> {
    for (insert, values) in rows {
        let mut insert = conn.prepare_cached(insert)?;
        for row in values.chunks(insert.parameter_count()) {
            insert.execute(params_from_iter(row))?;
        }
    }
    Ok(())
}
