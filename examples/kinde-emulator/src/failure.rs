//! Why the program ends without having been told to.

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use crate::state::problem::Problem;

/// What went wrong, for a person; the kind is the exit code.
#[derive(Debug)]
pub(crate) struct Failure {
    code: u8,
    message: String,
}

impl Failure {
    pub(crate) fn other(message: impl fmt::Display) -> Self {
        Self { code: 1, message: message.to_string() }
    }

    pub(crate) fn arguments(message: impl fmt::Display) -> Self {
        Self { code: 2, message: message.to_string() }
    }

    pub(crate) fn address(message: impl fmt::Display) -> Self {
        Self { code: 3, message: message.to_string() }
    }

    pub(crate) fn seed(file: &Path, problem: &Problem) -> Self {
        Self { code: 4, message: format!("the seed {} is refused: {problem}", file.display()) }
    }

    pub(crate) fn file(file: &Path, error: impl fmt::Display) -> Self {
        Self { code: 5, message: format!("{}: {error}", file.display()) }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        self.code.into()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}
