//! The command line, nothing else.

mod misspelt;

use crate::command::{
    Context, Exit, check, diff, explain, export, init, man, new, page, query, report, schema, summary, topic,
};
use crate::error::Error;
use crate::format::Format;
use crate::language::Language;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ColorChoice, CommandFactory, Parser, Subcommand};
use std::path::PathBuf;
use std::str::FromStr;
use strum::VariantArray;

/// Turns the records of an economic mission into reports that can be trusted.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, arg_required_else_help = true, max_term_width = topic::WIDTH.into())]
#[command(
    before_help = "\
Examples:
  mission init                        build mission.db from the built-in seed
  mission init my-data                build it from a data folder of your own
  mission new my-data.xlsx            start a workbook, or a data folder, of your own
  mission report events               events per day
  mission check --strict              judge every published count
  mission export claims -o claims.csv",
    after_help = "Topics: mission help data, mission help counts\nExit status: 0 done; 1 done, and the data is wrong; 2 not done."
)]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Args)]
struct Global {
    /// The database
    #[arg(long, global = true, env = "MISSION_DB", default_value = "mission.db", value_name = "FILE")]
    db: PathBuf,
    /// The form of the output; by default that of the file name, else a table (export: csv)
    #[arg(short, long, global = true, value_parser = names::<Format>(), value_name = "FORMAT")]
    format: Option<Format>,
    /// Write to a file, in one step once it is whole
    #[arg(short, long, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
    /// When to use colour
    #[arg(long, global = true, default_value = "auto", value_name = "WHEN")]
    color: ColorChoice,
    /// Tables without lines, in words that a screen reader can read
    #[arg(long, global = true)]
    plain: bool,
    /// In which language people read tables and pages; by default that of the environment
    #[arg(long, global = true, value_name = "en|nl|fr", value_parser = names::<Language>())]
    lang: Option<Language>,
    /// Say nothing but errors on standard error
    #[arg(short, long, global = true)]
    quiet: bool,
}

// What a command is described by is only worked out once it is asked for.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Command {
    /// Start a data folder or a workbook, with every table still empty
    New(new::Args),
    /// Build the database from a data folder, or from the built-in seed
    Init(init::Args),
    /// The three headline reports, and the verdicts at a glance
    Summary(summary::Args),
    /// An aggregate report
    Report(report::Args),
    /// The verdict on every published count
    Check(check::Args),
    /// A mission as a page for a browser
    Page(page::Args),
    /// What two databases or data folders differ in
    Diff(diff::Args),
    /// The tables of the data folder
    Export(export::Args),
    /// Run one read-only SQL statement
    Query(query::Args),
    /// Tables and views, their columns and what they mean
    Schema(schema::Args),
    /// What a defect code of init means
    Explain(explain::Args),
    /// What a data folder holds
    #[command(hide = true)]
    Data(topic::Data),
    /// How counts are written, shown and judged
    #[command(hide = true)]
    Counts(topic::Counts),
    /// Write the manual pages into a folder
    #[command(hide = true)]
    Man(man::Args),
}

impl Cli {
    /// What was typed.
    ///
    /// # Errors
    /// It is no command line, or asks for help or the version: what clap has to say, with the nearest name.
    pub fn typed() -> Result<Self, clap::Error> {
        Self::try_parse().map_err(|error| {
            let typed: Vec<String> =
                std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
            misspelt::with_nearest(error, Self::command(), &typed)
        })
    }

    /// Does what the command line asks for.
    pub fn run(self) -> Result<Exit, Error> {
        let Global { db, format, output, color, plain, lang, quiet } = self.global;
        let language = lang.unwrap_or_else(language_of_the_environment);
        let context = Context { db, format, output, color, quiet, plain, chart: false, language };
        match self.command {
            Command::New(args) => new::run(&context, &args),
            Command::Init(args) => init::run(&context, &args),
            Command::Summary(args) => summary::run(&context, &args),
            Command::Report(args) => report::run(&context, &args),
            Command::Check(args) => check::run(&context, &args),
            Command::Page(args) => page::run(&context, &args),
            Command::Diff(args) => diff::run(&context, &args),
            Command::Export(args) => export::run(&context, &args),
            Command::Query(args) => query::run(&context, &args),
            Command::Schema(args) => schema::run(&context, &args),
            Command::Explain(args) => explain::run(&context, &args),
            Command::Data(_) => context.say(&topic::data()),
            Command::Counts(_) => context.say(topic::COUNTS),
            Command::Man(args) => man::run(Self::command(), &args),
        }
    }
}

/// The names of all variants of an enum, as the values of an option.
fn names<T>() -> impl TypedValueParser<Value = T>
where
    T: VariantArray + Copy + Into<&'static str> + FromStr<Err: std::error::Error + Send + Sync> + Send + Sync,
{
    let names = T::VARIANTS.iter().map(|&variant| variant.into());
    PossibleValuesParser::new(names.collect::<Vec<&'static str>>()).try_map(|name| name.parse::<T>())
}

/// What LC_ALL, else LC_MESSAGES, else LANG asks for (POSIX).
fn language_of_the_environment() -> Language {
    let set = |name| std::env::var(name).ok().filter(|locale| !locale.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(set)
        .map(|locale| Language::of_locale(&locale))
        .unwrap_or_default()
}
