//! The one place that tells a success from an error, for every endpoint.

use http::{HeaderMap, StatusCode};

use crate::ResponseError;

/// Any 2xx is a success: Kinde has answered 200 where its reference said 201, and 204 where it said 200.
pub(crate) fn success(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<(), ResponseError> {
    if status.is_success() {
        return Ok(());
    }
    Err(ResponseError::new(status, headers, body))
}
