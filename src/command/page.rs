//! `mission page`: a mission as a page for a browser.

use super::shared::names;
use super::{Context, Exit};
use crate::db::{self, Extent};
use crate::display::Colours;
use crate::error::Error;
use crate::format::{Content, Format};
use crate::page;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A mission as one page for a browser: numbers with verdicts, charts, programme, claims and sources.
///
/// The page is one file that asks nothing of any other computer. Its tables can be sorted, filtered and saved as CSV, a
/// claim has an address (#claim-ID), and programs find the same in the words of schema.org (JSON-LD). Of several
/// missions, it is one that compares them; --to writes that page and the page of each mission into a folder.
#[derive(Debug, clap::Args)]
#[command(before_help = include_str!("help/page.txt").trim_ascii_end())]
pub struct Args {
    /// Which mission, where there are several
    #[arg(add = names::offered(names::MISSIONS))]
    mission: Option<String>,
    /// Only this mission
    #[arg(long = "mission", value_name = "MISSION", conflicts_with = "mission", add = names::offered(names::MISSIONS))]
    only: Option<String>,
    /// Write index.html and a page for each mission into this folder
    #[arg(long, value_name = "DIR", conflicts_with_all = ["output", "mission", "only"])]
    to: Option<PathBuf>,
}

const INDEX: &str = "index.html";

pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    if context.format_or(Format::Html, Content::Anything)? != Format::Html {
        return Err(Error::usage("a page is HTML", "end the name in .html, or use `mission summary` for another form"));
    }
    let mission = args.mission.as_ref().or(args.only.as_ref());
    let conn = context.open(Extent::Whole, mission.map(String::as_str))?;
    let language = context.language;
    let missions = db::texts(&conn, names::MISSIONS, [])?;
    if let Some(folder) = &args.to {
        return into_folder(context, &conn, folder, &missions);
    }
    match (mission, missions.as_slice()) {
        (Some(mission), _) | (None, [mission]) => {
            context.write(Colours::Shown, |out, _| page::mission(&conn, mission, language, None, out))?
        }
        (None, _) => {
            context.write(Colours::Shown, |out, _| page::index(&conn, language, false, out))?;
            context.remark("this page compares the missions; `mission page --to DIR` writes one for each as well");
        }
    }
    Ok(Exit::Done)
}

fn into_folder(context: &Context, conn: &Connection, folder: &Path, missions: &[String]) -> Result<Exit, Error> {
    let language = context.language;
    let mut files = context.files(folder)?;
    for mission in missions {
        files.add(&page::file_name(mission)?, |out| page::mission(conn, mission, language, Some(INDEX), out))?;
    }
    files.add(INDEX, |out| page::index(conn, language, true, out))?;
    files.finish()?;
    Ok(Exit::Done)
}
