use super::{nearest_option, options};
use crate::cli::Cli;
use clap::{Command, CommandFactory};
use std::collections::BTreeSet;

#[test]
fn an_option_is_near_that_is_begun_or_has_a_slip() {
    let options = ["day", "region", "mission", "format", "parameters", "version", "help"];
    for (typed, option) in [
        ("dya", Some("day")),
        ("regoin", Some("region")),
        ("form", Some("format")),
        ("verison", Some("version")),
        ("missions", Some("mission")),
        ("parmaeters", Some("parameters")),
        ("session", None),
        ("held-by", None),
    ] {
        assert_eq!(nearest_option(typed, &options).as_deref(), option, "{typed}");
    }
}

#[test]
fn an_option_of_another_command_is_no_slip() {
    let mut program = Cli::command();
    program.build();
    let commands: Vec<Vec<&str>> = program.get_subcommands().map(|command| options(command, &program)).collect();
    let all: BTreeSet<&str> = commands.iter().flatten().copied().collect();
    for (command, known) in program.get_subcommands().map(Command::get_name).zip(&commands) {
        for option in &all {
            assert_eq!(nearest_option(option, known), None, "{command} --{option}");
        }
    }
}
