//! `mission`: parse, run, exit. ARCHITECTURE.md draws the floors of the program.

use clap::CommandFactory;
use clap_complete::CompleteEnv;
use mission::cli::Cli;
use mission::command::Exit;
use mission::display::{Colours, visible};
use std::io::Write;
use std::process::ExitCode;

// What cannot be printed on a standard error that is gone can be told to nobody.
fn main() -> ExitCode {
    // A shell that asks for completions sets COMPLETE; nothing else is done then.
    CompleteEnv::with_factory(Cli::command).complete();
    let cli = match Cli::typed() {
        Ok(cli) => cli,
        Err(said) => {
            if said.use_stderr() {
                // It may quote what was typed; where the shape of a command is shown, colour is no loss.
                let _ = write!(anstream::stderr(), "{}", visible(&said.render().to_string(), Colours::Shown));
            } else {
                let _ = said.print();
            }
            return u8::try_from(said.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from);
        }
    };
    match cli.run() {
        Ok(Exit::Done) => ExitCode::SUCCESS,
        Ok(Exit::Found) => ExitCode::from(1),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            let hint = error.hint().map(|hint| format!("  hint: {hint}\n")).unwrap_or_default();
            let _ = write!(anstream::stderr(), "{}", visible(&format!("error: {error}\n{hint}"), Colours::Shown));
            ExitCode::from(2)
        }
    }
}
