//! `mission import`: somebody's own list into the rows of a data folder.

use super::init::{complain, notice};
use super::shared::counted;
use super::{Context, Exit};
use crate::atomic::check_output;
use crate::error::Error;
use crate::format::{Format, Look};
use crate::import::{Choices, Header, Imported, RowCounts, import};
use crate::language::Language;
use crate::result_set::{Caption, ResultSet, Value};
use std::path::PathBuf;

/// Take the rows of somebody's own list into a data folder, its headers and words mapped.
///
/// The list is a CSV file of any kind or a workbook (.xlsx, .xlsm, .ods, .xls) of participants, agreements, events or
/// published counts. Headers and words are known in English, Dutch and French; what is not known is named, never
/// guessed. Columns that tell of persons are dropped. Imported again, the same list changes nothing, and a corrected
/// one updates its rows; no row is ever deleted.
#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/import.txt").trim_ascii_end())]
pub struct Args {
    /// The list
    list: PathBuf,
    /// The data folder; where nothing is, a new one
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    #[command(flatten)]
    choices: Choices,
    /// Say what would be done, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// The choices of an earlier import
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Write the choices of this import, to be used again with --mapping
    #[arg(long, value_name = "FILE")]
    save_mapping: Option<PathBuf>,
    /// Show all defects and notices, each by itself
    #[arg(long)]
    all: bool,
}

/// Reads the list, says what it does, and writes the files of the data folder, all of them or none.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    context.no_output("import", "name the data folder with --into, such as --into my-data")?;
    let saved = args.mapping.as_deref().map(Choices::of_file).transpose()?.unwrap_or_default();
    let choices = args.choices.clone().or(saved);
    choices.check("--")?;
    let imported = import(&args.list, &args.into, &choices, &std::env::temp_dir())?;
    if !imported.defects.is_empty() {
        complain(context, &imported.defects, args.all, Format::Table, &args.into);
        context.complain("  hint: correct the list, or say what a text means with --value COLUMN:TEXT=VALUE");
        return Ok(Exit::Found);
    }
    args.save_mapping.as_deref().map_or(Ok(()), check_output)?;
    tell(context, &imported, args)?;
    if !args.dry_run && !imported.files.is_empty() {
        let mut files = context.files(&args.into)?;
        for (name, text) in &imported.files {
            files.add(name, |out| out.write_all(text.as_bytes()).map_err(Error::Output))?;
        }
        files.finish()?;
    }
    if let Some(path) = &args.save_mapping {
        let mapping = imported.replay.into_csv();
        crate::atomic::replace_file(path, |out| out.write_all(&mapping).map_err(Error::Output))?;
    }
    let folder = args.into.display();
    match (args.dry_run, imported.files.is_empty()) {
        (true, _) => context.remark("nothing was written (--dry-run)"),
        (false, true) => context.remark(&format!("{folder} has all of it already")),
        (false, false) => {
            context.remark(&format!("wrote {folder}; `mission init {folder}` builds the database from it"))
        }
    }
    Ok(Exit::Done)
}

/// What was read as what, and what became of it.
fn tell(context: &Context, imported: &Imported, args: &Args) -> Result<(), Error> {
    let text = |text: &str| Value::Text(text.to_owned());
    let number = |number: u64| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    let about = format!("{} as {} of {}", args.list.display(), imported.table.name(), imported.mission);
    let headers = imported
        .headers
        .iter()
        .map(|Header { text: header, field, how }| [text(header), text(field.unwrap_or("–")), text(&how.to_string())]);
    let values = imported.values.iter().map(|((column, from, to), rows)| {
        [text(column), text(from), text(if to.is_empty() { "(empty)" } else { to }), number(*rows)]
    });
    let rows = imported.rows.iter().map(|(table, RowCounts { added, changed, unchanged, missing })| {
        [text(table.name()), number(*added), number(*changed), number(*unchanged), number(missing.len() as u64)]
    });
    context.tell(|out, look| {
        let mut sink = Format::Table.sink(out, Look { language: Language::En, ..look });
        let mut send = |about: &str, columns: &[&str], rows: Vec<Vec<Value>>| {
            if rows.is_empty() {
                return Ok(());
            }
            ResultSet::new(Caption::about(about.to_owned()), columns, rows).send(sink.as_mut())
        };
        send(&about, &["header", "column", "how"], headers.map(Vec::from).collect())?;
        send("Words and numbers", &["column", "text", "read as", "rows"], values.map(Vec::from).collect())?;
        let columns = ["table", "added", "changed", "unchanged", "no longer listed"];
        send("Rows", &columns, rows.map(Vec::from).collect())
    })?;
    imported.remarks.iter().for_each(|remark| context.remark(remark));
    for (table, RowCounts { missing, .. }) in &imported.rows {
        let Some((first, others)) = missing.split_first() else { continue };
        let others = if others.is_empty() { String::new() } else { format!(" and {}", counted(others.len(), "other")) };
        context.remark(&format!("no longer in the list, and kept in {}: {first}{others}", table.name()));
    }
    notice(context, &imported.notices, args.all);
    Ok(())
}
