//! The command line, nothing else.

mod misspelt;

use crate::command::{
    Context, Exit, check, diff, explain, export, import, init, man, new, page, query, report, schema, summary, topic,
};
use crate::error::Error;
use clap::{CommandFactory, Parser, Subcommand};

/// Turns the records of an economic mission into reports that can be trusted.
#[derive(Debug, Parser)]
#[command(bin_name = "mission", version, propagate_version = true, arg_required_else_help = true, max_term_width = topic::WIDTH.into())]
#[command(
    before_help = include_str!("examples.txt").trim_ascii_end(),
    after_help = "Topics: mission help data, mission help counts\nExit status: 0 done; 1 done, and the data is wrong; 2 not done."
)]
pub struct Cli {
    #[command(flatten)]
    context: Context,
    #[command(subcommand)]
    command: Command,
}

// What a command is described by is only worked out once it is asked for.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Command {
    /// Start a data folder or a workbook, with every table still empty
    New(new::Args),
    /// Take the rows of somebody's own list into a data folder
    Import(import::Args),
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
        let context = self.context;
        match self.command {
            Command::New(args) => new::run(&context, &args),
            Command::Import(args) => import::run(&context, &args),
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
