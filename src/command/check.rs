//! `mission check`: the verdict on every published count.

use super::shared::{VerdictCounts, contradictions, located, names};
use super::{Context, Exit};
use crate::dataset::DataFolder;
use crate::db::{Extent, rows, stream, texts};
use crate::error::Error;
use crate::evidence::{self, Line};
use crate::facts::{self, FallsIn, NamedRow};
use crate::format::{Content, Format};
use crate::language::{Language, Phrase};
use crate::result_set::{Caption, ResultSet, Sink, Value};
use rusqlite::{Connection, ToSql, named_params};
use std::collections::HashMap;
use std::path::PathBuf;

/// The verdict on every published count.
///
/// First what does not fit together, then each claim, the worst first. refuted: the listed rows leave nothing of it.
/// inconsistent: it contradicts other numbers of its own source. conflicting: it contradicts numbers of other sources.
/// conditional: it fits the others only under a condition, which is named. supported: rows and complete lists, or
/// counts made by others, leave only what it says. unverified: nothing decides.
#[derive(Debug, clap::Args)]
#[command(
    before_help = include_str!("help/check.txt").trim_ascii_end(),
    after_help = "Exit status: 1 if a claim is refuted or inconsistent; with --strict also if one is conflicting."
)]
pub struct Args {
    /// Only these claims
    #[arg(add = names::offered(names::CLAIMS))]
    claims: Vec<String>,
    /// Only this mission
    #[arg(long, value_name = "MISSION", add = names::offered(names::MISSIONS))]
    mission: Option<String>,
    /// A conflicting claim is a failure too
    #[arg(long)]
    strict: bool,
    /// Exit with 0 whatever the verdicts are
    #[arg(long)]
    exit_zero: bool,
    /// The data folder or workbook of the database, for the places that github, sarif and junit name
    #[arg(long, value_name = "DIR|FILE")]
    data: Option<PathBuf>,
}

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    let format = context.format_or(Format::Table, Content::Findings)?;
    let mission = args.mission.as_deref();
    let conn = context.open(Extent::Small, mission)?;
    let claims = serde_json::Value::from(args.claims.clone()).to_string();
    all_known(&conn, mission, &claims)?;
    let folder = args.data.as_deref().map(|path| DataFolder::at(Some(path))).transpose()?;
    let parameters = named_params! { ":mission": mission, ":claims": claims, ":strict": args.strict };
    let counts = VerdictCounts::of(&conn, mission, &claims, context.language)?;
    let sql = if format.is_for_people() { include_str!("sql/check_people.sql") } else { include_str!("sql/check.sql") };
    let caption = Caption {
        title: Some(Phrase::PublishedCountsTitle),
        nulls: &[("listed_min", Phrase::Nothing), ("implied_min", Phrase::Nothing)],
        notes: vec![counts.sentence],
        ..Caption::named("claim_verdicts")
    };
    if format.content() == Content::Findings {
        let findings = findings(&conn, parameters, folder.as_ref())?;
        context.show(format, &findings)?;
        let without_file = |row: &&Vec<Value>| findings.cell(row, "file") == Some(&Value::Null);
        let missing = findings.rows.iter().filter(without_file).count();
        match &args.data {
            None => context.remark("without --data DIR or --data FILE.xlsx, the findings name no file and no line"),
            Some(_) if missing == 0 => {}
            Some(data) => {
                let (data, db, all) = (data.display(), context.db.display(), findings.rows.len());
                context
                    .remark(&format!("{missing} of {all} claims not found in {data}: {db} was built from other data"));
            }
        }
    } else if format.is_for_people() && !args.claims.is_empty() {
        let of_claims = named_params! { ":mission": mission, ":claims": claims };
        let missions = texts(&conn, include_str!("sql/claim_missions.sql"), of_claims)?;
        context.rows(format, |sink| explain_each(&conn, &missions, &args.claims, context.language, sink))?;
    } else {
        context.rows(format, |sink| {
            if format.is_for_people() {
                contradictions(&conn, mission, Vec::new(), context.language, sink)?;
            }
            stream(&conn, sql, parameters, &caption, sink)
        })?;
        let (missing, of_mission) = (include_str!("sql/lists_missing.sql"), named_params! { ":mission": mission });
        if format.is_for_people() && conn.query_row(missing, of_mission, |row| row.get(0))? {
            context.remark(context.language.say(Phrase::NoListComplete));
        }
    }
    if args.claims.is_empty() {
        context.next("`mission check CLAIM` shows everything found for and against one");
    }
    let wrong = counts.any_wrong || (args.strict && counts.any_conflicting);
    Ok(if wrong && !args.exit_zero { Exit::Found } else { Exit::Done })
}

/// That there is each of the claims, a JSON array.
///
/// # Errors
/// There is not; the first that there is not is told, with the one that is nearest to it.
fn all_known(conn: &Connection, mission: Option<&str>, claims: &str) -> Result<(), Error> {
    let given = named_params! { ":mission": mission, ":claims": claims };
    let unknown = texts(conn, include_str!("sql/unknown_claim.sql"), given)?;
    let Some(unknown) = unknown.first() else { return Ok(()) };
    let valid = texts(conn, include_str!("sql/claim_ids.sql"), named_params! { ":mission": mission })?;
    Err(Error::unknown("claim", unknown, valid, "mission check"))
}

/// Verdicts as findings, each at the place of its claim in the data folder, as far as it stands there.
fn findings(
    conn: &Connection,
    parameters: &[(&str, &dyn ToSql)],
    folder: Option<&DataFolder>,
) -> Result<ResultSet, Error> {
    let places = folder.map_or(Ok(HashMap::new()), |folder| folder.places_of_claims(&std::env::temp_dir()))?;
    let rows = rows(conn, include_str!("sql/check_findings.sql"), parameters, |row| {
        let key: (String, String) = (row.get("mission_id")?, row.get("claim_id")?);
        let [file, line, _, message] = located(folder.zip(places.get(&key)), row.get("message")?);
        let [level, rule, title] = ["level", "rule", "title"].map(|column| row.get(column).map(Value::Text));
        Ok(vec![level?, rule?, file, line, Value::Text(key.0), Value::Text(key.1), title?, message])
    })?;
    let columns = ["level", "rule", "file", "line", "mission_id", "claim_id", "title", "message"];
    Ok(ResultSet::new(Caption::default(), &columns, rows))
}

/// Each of the claims by itself: how it is read, everything that was found, and the rows that count.
fn explain_each(
    conn: &Connection,
    missions: &[String],
    claims: &[String],
    language: Language,
    sink: &mut dyn Sink,
) -> Result<(), Error> {
    let names = facts::names(conn, language)?;
    for mission in missions {
        for id in claims {
            let Some((claim, lines)) = evidence::explain(conn, mission, id, &names)? else { continue };
            let within = facts::rows_of_claim(conn, mission, &claim)?;
            let hint = (!within.is_empty()).then_some(Phrase::ExportListsTheRows);
            let notes = hint.into_iter().map(|hint| language.fill(hint, &claim.subject.to_string())).collect();
            let of_rows = within.into_iter().map(|(falls_in, row)| row_in_words(falls_in, row, language));
            let lines = lines.into_iter().chain(of_rows);
            let rows = lines.map(|(about, finding)| vec![Value::Text(about), Value::Text(finding)]).collect();
            let caption = Caption { notes, ..Caption::about(format!("{mission} · {id}")) };
            ResultSet::new(caption, &["about", "finding"], rows).send(sink)?;
        }
    }
    Ok(())
}

fn row_in_words(falls_in: FallsIn, row: NamedRow, language: Language) -> Line {
    let certainty = if falls_in == FallsIn::Certainly { Phrase::Certain } else { Phrase::Possible };
    let same = row.same_as.map(|first| language.fill(Phrase::ProbablyTheSameAs, &first)).unwrap_or_default();
    let about = language.labelled(language.say(Phrase::Row), language.say(certainty));
    (about, format!("{} ({}){same}", row.title, row.id))
}

#[cfg(test)]
#[path = "../../tests/unit/command_check.rs"]
mod tests;
