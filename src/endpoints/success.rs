//! The answer of the operations that have nothing else to say.

use serde::Serialize;

use crate::wire::fields::fields;

/// What most changes answer: that they succeeded. Both fields are absent where Kinde sends no body.
///
/// ```
/// use kinde_api::{Endpoint, organizations::DeleteOrganizationHandle};
///
/// let response = http::Response::new(r#"{"code":"OK","message":"The handle was taken away"}"#);
/// let answer = DeleteOrganizationHandle::new("org_1ccfb819462").response(&response)?;
/// assert_eq!(answer.message.as_deref(), Some("The handle was taken away"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct SuccessResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
}

fields!(SuccessResponse { code, message });
