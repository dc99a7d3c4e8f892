//! What tells people and shells how to use the program.

use std::process::ExitCode;

use anyhow::anyhow;
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::arguments::{Arguments, Options};
use crate::failure::{Failure, USAGE};
use crate::output::Output;

/// Shows the help that was asked for, or what is wrong with the arguments.
pub(crate) fn show(message: &clap::Error) -> ExitCode {
    let shown = message.print();
    if message.use_stderr() {
        return ExitCode::from(USAGE);
    }
    shown.map_or_else(|error| Failure::from(error).report(), |()| ExitCode::SUCCESS)
}

pub(crate) fn completions(shell: Shell, options: &Options) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "kinde", &mut script);
    Output::open(options)?.print(&script)
}

pub(crate) fn page(command: Option<&str>, options: &Options) -> Result<(), Failure> {
    let mut program = Arguments::command();
    program.build();
    let command = match command {
        None => program,
        Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
            Failure::new(USAGE, anyhow!("there is no command `{name}`"), "look for it in `kinde --help`")
        })?,
    };
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Output::open(options)?.print(&page)
}
