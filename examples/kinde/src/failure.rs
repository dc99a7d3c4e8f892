//! What went wrong, what to do about it, and the exit code.

use std::io::{self, Write, stderr};
use std::process::ExitCode;
use std::time::Duration;

use kinde_api::{ErrorCode, RequestError, ResponseError, operations};

use crate::connection::Error;

const REFUSED: u8 = 1;
pub(crate) const USAGE: u8 = 2;
const NOT_REACHED: u8 = 3;
const LATER: u8 = 4;
pub(crate) const NO_OUTPUT: u8 = 5;
pub(crate) const NOT_FOUND: u8 = 6;
/// What shells give for a program that Ctrl-C ended.
pub(crate) const STOPPED: u8 = 130;

pub(crate) struct Failure {
    exit_code: u8,
    text: String,
}

impl Failure {
    pub(crate) fn new(exit_code: u8, error: impl Into<anyhow::Error>, help: &str) -> Self {
        Self { exit_code, text: format!("error: {:#}\nhelp: {help}", error.into()) }
    }

    pub(crate) fn note(self, note: &str) -> Self {
        Self { text: format!("{}\nnote: {note}", self.text), ..self }
    }

    /// That standard error is closed or full changes nothing.
    pub(crate) fn report(&self) -> ExitCode {
        if self.exit_code > 0 {
            _ = writeln!(stderr(), "{}", self.text);
        }
        self.exit_code.into()
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        // Who closes the pipe has read enough, as `head` does.
        let exit_code = if error.kind() == io::ErrorKind::BrokenPipe { 0 } else { NO_OUTPUT };
        Self::new(exit_code, error, "look where the output goes")
    }
}

impl From<RequestError> for Failure {
    fn from(error: RequestError) -> Self {
        Self::new(USAGE, error, "see --help for arguments and environment, or try out --emulator")
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let (exit_code, help) = match &error {
            Error::Request(_) => (USAGE, "correct the arguments".to_owned()),
            Error::Response { source, operation_id, .. } => advice(source, operation_id),
            Error::Token(token) => token.response().map_or_else(not_reached, |answer| advice(answer, "token")),
            Error::GaveUp { wait, .. } => later(Some(*wait)),
            Error::Endless { .. } => (REFUSED, "tell Kinde that its pages lead round in a circle".to_owned()),
            _ => not_reached(),
        };
        Self::new(exit_code, error, &help)
    }
}

fn not_reached() -> (u8, String) {
    (NOT_REACHED, "check the domain and the network".to_owned())
}

fn later(wait: Option<Duration>) -> (u8, String) {
    let wait = wait.map_or("some minutes".into(), |wait| format!("{} seconds", wait.as_secs()));
    (LATER, format!("try again in {wait}"))
}

fn advice(answer: &ResponseError, operation_id: &str) -> (u8, String) {
    // Empty for getting a token.
    let scope = operations().find(|known| known.operation_id == operation_id).map_or("", |known| known.scope);
    let help = match (scope, answer.status().as_u16(), answer.code()) {
        (_, 429 | 502..=504, _) => return later(answer.retry_after()),
        ("", 403, _) => "authorise the M2M application for the Kinde Management API, under APIs",
        ("", _, Some(ErrorCode::INVALID_CLIENT)) => {
            "check KINDE_MANAGEMENT_CLIENT_ID and KINDE_MANAGEMENT_CLIENT_SECRET"
        }
        ("", ..) => "check the domain: it is the one that Kinde gave you, such as acme.kinde.com, not your own",
        (_, 401, _) => "get a new token: this one is no longer good, or is another business's",
        (_, 403, _) => &format!("the token lacks `{scope}`; add it to the M2M application under APIs → Manage scopes"),
        (_, _, Some(ErrorCode::ORGANIZATION_INVALID)) => "look for its code among `kinde organizations`",
        (_, 200..=299 | 500.., _) => "try again in some minutes; --dry-run shows how to ask by curl",
        _ => "correct what Kinde complains of",
    };
    (REFUSED, help.to_owned())
}
