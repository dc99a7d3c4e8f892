//! What the program can be told.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::who::{Who, address};

const AFTER_HELP: &str = "\
Environment:
  KINDE_DOMAIN                    The business, such as acme.kinde.com
  KINDE_TOKEN                     A token for it; without one, both of the next two are needed
  KINDE_MANAGEMENT_CLIENT_ID      The id of an M2M application of the business
  KINDE_MANAGEMENT_CLIENT_SECRET  Its secret
  COLUMNS                         How wide a table may be; without it, as wide as the terminal

Exit codes:
  0    Done, or nobody reads any more what is printed
  1    Kinde refused
  2    Wrong arguments, environment or file; nothing was changed
  3    Kinde was not reached, or the connection broke
  4    Kinde asks to try again later
  5    The output can't be written
  6    Somebody or something was not found; all else is done
  130  Stopped by Ctrl-C";

/// Looks up users and fills organizations of Kinde.
#[derive(Debug, Parser)]
#[command(name = "kinde", version, after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// What every command takes.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// How to print what is found
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Write to this file instead of standard output, and replace what is in it
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Show results and errors only: no progress, no notes
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// The business to ask, such as acme.kinde.com, instead of the one that `KINDE_DOMAIN` names
    #[arg(long, global = true)]
    pub(crate) domain: Option<String>,
    /// Print curl commands and send nothing; a list has the command for its first page, and a name that would be looked
    /// up first stays as it was given
    #[arg(long, global = true)]
    pub(crate) dry_run: bool,
    /// Ask a Kinde in memory, to try things out: it is the same each time, and forgets all changes when the program ends
    #[arg(long, global = true, conflicts_with = "domain")]
    pub(crate) emulator: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List users of the business
    Users {
        /// Only the user with this address; can be given several times
        #[arg(long, value_name = "ADDRESS", value_parser = address)]
        email: Vec<String>,
        /// List all of them, not only the first hundred
        #[arg(long, conflicts_with = "email")]
        all: bool,
    },
    /// Show one user
    User {
        /// The user's id or address
        user: Who,
    },
    /// List the roles of the business
    Roles,
    /// List the permissions of the business, or of a role
    Permissions {
        /// Only those that this role brings, given by its key or its id
        #[arg(long)]
        role: Option<String>,
    },
    /// List the organizations of the business
    Organizations,
    /// Show one organization
    Organization {
        /// The organization's code, or for one more call its handle, its name or your own id of it
        organization: String,
    },
    /// List the members of an organization
    Members {
        /// The organization's code, or for one more call its handle, its name or your own id of it
        organization: String,
    },
    /// Add users to an organization, a hundred by a call, and tell what became of each
    ///
    /// Addresses are looked up before anybody is added. Each user of the file comes out as added, as already a member or
    /// as not found. If it stops half way, it says with which `--skip` to go on.
    AddMembers {
        /// The organization's code, or for one more call its handle, its name or your own id of it
        organization: String,
        /// A CSV file with a column `id` or `email`, and if need be `roles` and `permissions`: keys, with `;` between
        /// them. What `users` and `members` print as CSV will do. `-` is standard input
        file: PathBuf,
        /// Leave out this many users at the beginning of the file, since they were added before
        #[arg(long, value_name = "USERS", default_value_t = 0)]
        skip: usize,
    },
    /// Print what completes commands in a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, for `man`
    Man {
        /// The page of this command instead
        command: Option<String>,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// In columns that fit the terminal, once all of it is there
    #[default]
    Table,
    /// All that Kinde tells, one object a line, page by page
    Json,
    /// The columns of the table, page by page
    Csv,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn has_help_for_every_argument() {
        let mut program = Arguments::command();
        program.build();
        program.clone().debug_assert();
        for command in program.get_subcommands().chain([&program]) {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some(), "{} {}", command.get_name(), argument.get_id());
            }
        }
    }
}
