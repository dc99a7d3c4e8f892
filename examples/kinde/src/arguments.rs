//! What the program can be told.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use kinde_api::OrgCode;

const AFTER_HELP: &str = "\
Environment: KINDE_DOMAIN, such as acme.kinde.com, and KINDE_TOKEN, or else
  KINDE_MANAGEMENT_CLIENT_ID and KINDE_MANAGEMENT_CLIENT_SECRET

Exit codes:
  0  Done, or nobody reads any more what is printed
  1  Kinde refused
  2  Wrong arguments, environment or file; nothing was sent
  3  Kinde was not reached, or the connection broke
  4  Kinde asks to try again later
  5  The output can't be written";

/// Lists and fills organizations of Kinde.
#[derive(Parser)]
#[command(version, after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Print curl commands and send nothing; of a list, the command for its first page
    #[arg(long, global = true)]
    pub(crate) dry_run: bool,
    /// Use a Kinde in memory, the same each time, to try things on
    #[arg(long, global = true)]
    pub(crate) emulator: bool,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// List the organizations of the business
    Organizations,
    /// Show one organization
    Organization { org_code: OrgCode },
    /// List the members of an organization
    Members { org_code: OrgCode },
    /// Add users to an organization, a hundred by a call
    AddMembers {
        org_code: OrgCode,
        /// CSV with the columns id, roles and permissions, keys separated by `;`; `-` for standard input
        file: PathBuf,
        /// Leave out so many users at the beginning of the file, who were added before
        #[arg(long, value_name = "USERS", default_value_t = 0)]
        skip: usize,
    },
}

#[derive(Clone, Copy, Default, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// In columns, once all of it is there
    #[default]
    Table,
    /// All that Kinde tells, one object a line, page by page
    Json,
    /// The columns of the table, page by page
    Csv,
}
