//! The nearest name for what is misspelt on the command line, where clap suggests none.

use crate::error::nearest;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

/// The error of a command line, with the nearest option or command in it.
pub(super) fn with_nearest(mut error: Error, mut command: Command, typed: &[String]) -> Error {
    match error.kind() {
        ErrorKind::UnknownArgument => {
            command.build();
            suggest_option(&mut error, &command, typed);
        }
        ErrorKind::InvalidSubcommand => suggest_command(&mut error, &command),
        _ => {}
    }
    error
}

fn suggest_option(error: &mut Error, command: &Command, typed: &[String]) {
    let Some(ContextValue::String(unexpected)) = error.get(ContextKind::InvalidArg) else { return };
    let chosen = typed.iter().find_map(|word| command.find_subcommand(word)).unwrap_or(command);
    let options: Vec<&str> =
        chosen.get_arguments().chain(command.get_arguments()).filter_map(|it| it.get_long()).collect();
    let misspelt = |word: &str| {
        let name = word.strip_prefix("--")?.split('=').next()?;
        let known = options.contains(&name) || name.contains(char::is_whitespace);
        (!known).then(|| nearest(name, &options)).flatten()
    };
    // What was taken for the text of a statement may have been meant as an option: `query --parm x=1 'SELECT ...'`.
    let mut candidates = std::iter::once(unexpected).chain(typed);
    let Some((word, name)) = candidates.find_map(|word| Some((word.clone(), misspelt(word)?))) else { return };
    error.remove(ContextKind::Suggested);
    error.insert(ContextKind::InvalidArg, ContextValue::String(word));
    error.insert(ContextKind::SuggestedArg, ContextValue::String(format!("--{name}")));
}

fn suggest_command(error: &mut Error, command: &Command) {
    let Some(ContextValue::String(unknown)) = error.get(ContextKind::InvalidSubcommand) else { return };
    if error.get(ContextKind::SuggestedSubcommand).is_none()
        && let Some(name) = nearest(unknown, command.get_subcommands().map(Command::get_name))
    {
        error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(vec![name]));
    }
}
