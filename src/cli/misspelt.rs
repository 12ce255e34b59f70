//! The nearest name for what is misspelt on the command line, where clap suggests none.

use crate::error::nearest;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

/// The error of a command line, with the nearest option or command in it.
pub(super) fn with_nearest(mut error: Error, mut command: Command, typed: &[String]) -> Error {
    if error.kind() == ErrorKind::UnknownArgument {
        command.build();
        suggest_option(&mut error, &command, typed);
    } else if let (None, Some(ContextValue::String(unknown))) =
        (error.get(ContextKind::SuggestedSubcommand), error.get(ContextKind::InvalidSubcommand))
        && let Some(name) = nearest(unknown, command.get_subcommands().map(Command::get_name))
    {
        error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(vec![name]));
    }
    error
}

fn suggest_option(error: &mut Error, command: &Command, typed: &[String]) {
    // Its idea of what is near offers --version for --mission.
    error.remove(ContextKind::SuggestedArg);
    let chosen = typed.iter().find_map(|word| command.find_subcommand(word)).unwrap_or(command);
    // Its own usage line counts the option that it suggested among those that were given.
    error.insert(ContextKind::Usage, ContextValue::StyledStr(chosen.clone().render_usage()));
    let Some(ContextValue::String(unexpected)) = error.get(ContextKind::InvalidArg) else { return };
    let options = options(chosen, command);
    let misspelt = |word: &str| nearest_option(word.strip_prefix("--")?.split('=').next()?, &options);
    // What was taken for the text of a statement may have been meant as an option: `query --parm x=1 'SELECT ...'`.
    let mut candidates = std::iter::once(unexpected).chain(typed);
    let Some((word, name)) = candidates.find_map(|word| Some((word.clone(), misspelt(word)?))) else { return };
    error.remove(ContextKind::Suggested);
    error.insert(ContextKind::InvalidArg, ContextValue::String(word));
    error.insert(ContextKind::SuggestedArg, ContextValue::String(format!("--{name}")));
}

fn options<'c>(chosen: &'c Command, program: &'c Command) -> Vec<&'c str> {
    chosen.get_arguments().chain(program.get_arguments()).filter_map(|argument| argument.get_long()).collect()
}

/// The option that is meant by a name with a slip: its beginning, or one wrong letter, two of eight. What merely looks
/// alike is meant as something else.
fn nearest_option(name: &str, options: &[&str]) -> Option<String> {
    let slips = if name.chars().count() < 8 { 1 } else { 2 };
    let is_near = |option: &&&str| option.starts_with(name) || strsim::osa_distance(name, option) <= slips;
    let known = options.contains(&name) || name.contains(char::is_whitespace);
    if known { None } else { nearest(name, options.iter().filter(is_near)) }
}

#[cfg(test)]
#[path = "../../tests/unit/cli_misspelt.rs"]
mod tests;
