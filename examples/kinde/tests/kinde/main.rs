//! The program as its users see it: what it prints, where, and with which exit code.

mod add_members;
mod bad_files;
mod documents;
mod dry_run;
mod lists;
mod lookups;
#[path = "../../../loopback/mod.rs"]
mod loopback;
mod outcome;
mod refusals;
mod streams;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod tour;
