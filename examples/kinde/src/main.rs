//! Looks up users and fills organizations of Kinde from the command line.

mod add_members;
mod arguments;
mod business;
mod connection;
mod failure;
mod interrupt;
mod ledger;
mod listing;
mod lookup;
mod manual;
mod new_members;
mod output;
mod program;
mod progress;
mod rows;
mod table;
mod users;
mod who;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;
use crate::program::Program;

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => run(arguments).map_or_else(|failure| failure.report(), |()| ExitCode::SUCCESS),
        Err(message) => manual::show(&message),
    }
}

fn run(Arguments { command, options }: Arguments) -> Result<(), Failure> {
    match command {
        Command::Completions { shell } => manual::completions(shell, &options),
        Command::Man { command } => manual::page(command.as_deref(), &options),
        command => Program::new(options)?.run(&command),
    }
}
