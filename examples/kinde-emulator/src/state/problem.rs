//! Why a state, or another JSON that was sent, is refused.

use std::fmt;

use serde::Serialize;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Problem {
    pub(crate) message: String,
    /// The place in the JSON, such as `users[3].email`; absent where it is the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) column: Option<usize>,
}

impl Problem {
    /// Of the whole.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), field: None, line: None, column: None }
    }

    /// Of an operation that doesn't depend on what a state says.
    pub(crate) fn failed(error: impl fmt::Display) -> Self {
        Self::new(error.to_string())
    }

    /// Of one field.
    pub(crate) fn at(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..Self::new(message) }
    }

    /// With the line and column of the field, where it doesn't know them yet.
    pub(crate) fn located_in(mut self, json: &[u8]) -> Self {
        if let (Some(field), None) = (&self.field, self.line) {
            (self.line, self.column) = super::locate::locate(json, field).unzip();
        }
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(formatter, "line {line}, column {column}: ")?;
        }
        if let Some(field) = &self.field {
            write!(formatter, "{field}: ")?;
        }
        formatter.write_str(&self.message)
    }
}
