//! `mission page`: a mission as a page for a browser.

use super::shared::{completions, known_mission, write_file};
use super::{Context, Exit};
use crate::db;
use crate::error::Error;
use crate::format::Format;
use crate::language::Language;
use crate::page;
use std::path::{Path, PathBuf};

/// A mission as one page for a browser: numbers with verdicts, charts, programme, claims and sources.
///
/// The page is one file that asks nothing of any other computer. Of several missions, it is one that compares them;
/// --to writes that page and the page of each mission into a folder.
#[derive(Debug, clap::Args)]
#[command(before_help = "\
Examples:
  mission page -o mission.html
  mission page usa-west-2025 -o usa.html
  mission page --to site                     index.html and a page for each mission")]
pub struct Args {
    /// Which mission, where there are several
    #[arg(add = completions::missions())]
    mission: Option<String>,
    /// Write index.html and a page for each mission into this folder
    #[arg(long, value_name = "DIR", conflicts_with_all = ["output", "mission"])]
    to: Option<PathBuf>,
}

/// The page that leads to the others.
const INDEX: &str = "index.html";

/// Writes the page, or the pages.
pub fn run(context: &Context, args: &Args) -> Result<Exit, Error> {
    if context.format_or(Format::Html)? != Format::Html {
        return Err(Error::Usage {
            message: "a page is HTML".to_owned(),
            hint: "end the name in .html, or use `mission summary` for another form".to_owned(),
        });
    }
    let conn = context.open()?;
    if let Some(mission) = &args.mission {
        known_mission(&conn, mission)?;
    }
    let language = context.language;
    let missions = db::slugs(&conn, "SELECT mission_id FROM missions ORDER BY mission_id")?;
    if let Some(folder) = &args.to {
        return into_folder(&conn, folder, &missions, language);
    }
    match (&args.mission, missions.as_slice()) {
        (Some(mission), _) => context.write(|out, _| page::mission(&conn, mission, language, None, out))?,
        (None, [mission]) => context.write(|out, _| page::mission(&conn, mission, language, None, out))?,
        (None, _) => {
            context.write(|out, _| page::index(&conn, language, false, out))?;
            context.remark("this page compares the missions; `mission page --to DIR` writes one for each as well");
        }
    }
    Ok(Exit::Done)
}

fn into_folder(
    conn: &rusqlite::Connection,
    folder: &Path,
    missions: &[String],
    language: Language,
) -> Result<Exit, Error> {
    std::fs::create_dir_all(folder).map_err(Error::file("make", folder))?;
    for mission in missions {
        let path = folder.join(page::file_name(mission));
        write_file(&path, |out| page::mission(conn, mission, language, Some(INDEX), out))?;
    }
    write_file(&folder.join(INDEX), |out| page::index(conn, language, true, out))?;
    Ok(Exit::Done)
}
