//! `mission`: parse, run, exit. The floors of the program are drawn in the documentation of its library.

use clap::CommandFactory;
use clap_complete::CompleteEnv;
use mission::cli::Cli;
use mission::command::Exit;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    // A shell that asks for completions sets COMPLETE; nothing else is done then.
    CompleteEnv::with_factory(Cli::command).complete();
    match Cli::typed().run() {
        Ok(Exit::Done) => ExitCode::SUCCESS,
        Ok(Exit::DataWrong | Exit::Different) => ExitCode::from(1),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            let hint = error.hint().map(|hint| format!("  hint: {hint}\n")).unwrap_or_default();
            // Nothing can be told to anybody once standard error is gone.
            let _ = write!(anstream::stderr(), "error: {error}\n{hint}");
            ExitCode::from(2)
        }
    }
}
