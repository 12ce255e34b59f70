//! `mission check`: the verdict on every published count.

use super::shared::{Located, VerdictCounts, completions, known_mission};
use super::{Context, Exit};
use crate::claim::{self, FallsIn, Judgement, NamedRow, Names};
use crate::dataset::DataFolder;
use crate::db::stream;
use crate::error::Error;
use crate::format::{Content, Format};
use crate::language::Phrase;
use crate::result_set::{Caption, ResultSet, Value};
use rusqlite::{Connection, ToSql, named_params};
use std::collections::HashMap;
use std::path::PathBuf;

/// The verdict on every published count.
///
/// refuted: the listed rows or its own source rule it out. disputed: other sources rule it out.
/// supported: a complete list, a sum or another source bears it out. unverified: nothing decides.
#[derive(Debug, clap::Args)]
#[command(
    before_help = "\
Examples:
  mission check                                   every claim, the worst first
  mission check companies-flanders-flemish-report one claim
  mission check --strict && echo sound            for CI
  mission check -f github --data my-data          annotations on the lines of my-data/claims.csv",
    after_help = "Exit status: 1 if a claim is refuted; with --strict also if one is disputed."
)]
pub struct Args {
    /// Only these claims
    #[arg(add = completions::claims())]
    claims: Vec<String>,
    /// Only this mission
    #[arg(long, value_name = "MISSION", add = completions::missions())]
    mission: Option<String>,
    /// A disputed claim is a failure too
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
    let format = context.format_for(Format::Table, &[Content::Anything, Content::Findings])?;
    let conn = context.open()?;
    if let Some(mission) = &args.mission {
        known_mission(&conn, mission)?;
    }
    for claim in &args.claims {
        known_claim(&conn, args.mission.as_deref(), claim)?;
    }
    let claims = serde_json::Value::from(args.claims.clone()).to_string();
    let folder = args.data.as_deref().map(|path| DataFolder::at(Some(path))).transpose()?;
    let parameters = named_params! { ":mission": args.mission, ":claims": claims, ":strict": args.strict };
    let counts = VerdictCounts::of(&conn, args.mission.as_deref(), &claims)?;
    let sql = if format.is_for_people() { include_str!("sql/check_people.sql") } else { include_str!("sql/check.sql") };
    let caption = Caption {
        name: "claim_verdicts".to_owned(),
        title: Some(Phrase::PublishedCountsTitle),
        nulls: &[("listed_min", Phrase::Nothing)],
        notes: vec![counts.sentence(context.language)],
        ..Caption::default()
    };
    if format.content() == Content::Findings {
        if folder.is_none() {
            context.remark("without --data DIR, the findings name no file and no line");
        }
        let findings = findings(&conn, parameters, folder.as_ref())?;
        context.rows(format, |sink| findings.send(sink))?;
    } else if format.is_for_people() && !args.claims.is_empty() {
        explain_each(context, format, &conn, args)?;
    } else {
        context.rows(format, |sink| stream(&conn, sql, parameters, &caption, sink))?;
    }
    if args.claims.is_empty() {
        context.next("`mission check CLAIM` shows everything found for and against one");
    }
    let wrong = counts.refuted > 0 || (args.strict && counts.disputed > 0);
    Ok(if wrong && !args.exit_zero { Exit::DataWrong } else { Exit::Done })
}

/// Verdicts as findings, each at the place of its claim in the data folder, as far as it stands there.
fn findings(
    conn: &Connection,
    parameters: &[(&str, &dyn ToSql)],
    folder: Option<&DataFolder>,
) -> Result<ResultSet, Error> {
    let places = match folder {
        Some(folder) => folder.places_of_claims(&std::env::temp_dir())?,
        None => HashMap::new(),
    };
    let mut statement = conn.prepare(include_str!("sql/check_findings.sql"))?;
    let mut found = statement.query(parameters)?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let key: (String, String) = (row.get("mission_id")?, row.get("claim_id")?);
        let message = row.get("message")?;
        let located = match folder.zip(places.get(&key)) {
            Some((folder, place)) => Located::at(folder, place, message),
            None => Located::nowhere(message),
        };
        let text = |column| row.get(column).map(Value::Text);
        let (level, rule, title) = (text("level")?, text("rule")?, text("title")?);
        rows.push(vec![
            level,
            rule,
            located.file,
            located.line,
            Value::Text(key.0),
            Value::Text(key.1),
            title,
            located.message,
        ]);
    }
    let columns = ["level", "rule", "file", "line", "mission_id", "claim_id", "title", "message"];
    Ok(ResultSet { columns: columns.map(str::to_owned).to_vec(), rows, ..ResultSet::default() })
}

/// Each of the claims by itself: what it says, what every rule found, and the rows that count.
fn explain_each(context: &Context, format: Format, conn: &Connection, args: &Args) -> Result<(), Error> {
    let names = claim::names(conn, context.language)?;
    let missions = missions_of(conn, args)?;
    context.rows(format, |sink| {
        for mission in &missions {
            let facts = claim::facts(conn, mission)?;
            for judged in claim::judge(&facts, &names) {
                if args.claims.contains(&judged.claim.id) {
                    explanation(conn, mission, &judged, &names)?.send(sink)?;
                }
            }
        }
        Ok(())
    })
}

/// The missions that have one of the claims.
fn missions_of(conn: &Connection, args: &Args) -> Result<Vec<String>, Error> {
    let claims = serde_json::Value::from(args.claims.clone()).to_string();
    let mut statement = conn.prepare(include_str!("sql/claim_missions.sql"))?;
    let missions =
        statement.query_map(named_params! { ":mission": args.mission, ":claims": claims }, |row| row.get(0))?;
    Ok(missions.collect::<Result<_, _>>()?)
}

fn explanation(conn: &Connection, mission: &str, judged: &Judgement<'_>, names: &Names) -> Result<ResultSet, Error> {
    let language = names.language;
    let mut rows: Vec<Vec<Value>> = claim::explain(judged, names)
        .into_iter()
        .map(|(about, finding)| vec![Value::Text(about), Value::Text(finding)])
        .collect();
    let mut notes = Vec::new();
    if let Some(within) = claim::rows_of_claim(conn, mission, judged.claim)? {
        rows.extend(within.into_iter().map(|(falls_in, NamedRow { id, title, .. })| {
            let certainty =
                language.say(if falls_in == FallsIn::Certainly { Phrase::Certain } else { Phrase::Possible });
            vec![
                Value::Text(language.labelled(language.say(Phrase::Row), certainty)),
                Value::Text(format!("{title} ({id})")),
            ]
        }));
        notes.push(language.fill(Phrase::ExportListsTheRows, &judged.claim.subject.to_string()));
    }
    Ok(ResultSet {
        caption: Caption { about: format!("{mission} · {}", judged.claim.id), notes, ..Caption::default() },
        columns: ["about", "finding"].map(str::to_owned).to_vec(),
        rows,
    })
}

fn known_claim(conn: &Connection, mission: Option<&str>, claim: &str) -> Result<(), Error> {
    let mut statement = conn.prepare(include_str!("sql/claim_ids.sql"))?;
    let valid = statement.query_map(named_params! { ":mission": mission }, |row| row.get(0))?;
    let valid: Vec<String> = valid.collect::<Result<_, _>>()?;
    if valid.iter().any(|valid| valid == claim) {
        return Ok(());
    }
    Err(Error::unknown("claim", claim, valid, "mission check"))
}
