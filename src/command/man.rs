//! `mission man`: the manual pages, in the form of man(7).

use super::Exit;
use crate::error::Error;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder
    folder: PathBuf,
}

pub fn run(program: clap::Command, args: &Args) -> Result<Exit, Error> {
    let folder = &args.folder;
    std::fs::create_dir_all(folder).map_err(Error::file("make", folder))?;
    clap_mangen::generate_to(program, folder).map_err(Error::file("write into", folder))?;
    Ok(Exit::Done)
}
