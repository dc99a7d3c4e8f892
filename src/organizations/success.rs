//! The answer of the operations that have nothing else to say.

use serde::{Deserialize, Serialize};

/// What most changes answer: that they succeeded. Both fields are absent where Kinde sends no body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SuccessResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}
